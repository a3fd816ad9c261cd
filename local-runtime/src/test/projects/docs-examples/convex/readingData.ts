// "Action context": runQuery
import { action, internalQuery } from "./_generated/server";
import { internal } from "./_generated/api";
import { v } from "convex/values";

export const doSomething = action({
  args: { a: v.number() },
  handler: async (ctx, args) => {
    const data = await ctx.runQuery(internal.readingData.readData, {
      a: args.a,
    });
    console.log(data);
  },
});

export const readData = internalQuery({
  args: { a: v.number() },
  handler: async (ctx, args) => {
    const numbers = await ctx.db.query("numbers").collect();
    return numbers.filter((row) => row.a === args.a).length;
  },
});
