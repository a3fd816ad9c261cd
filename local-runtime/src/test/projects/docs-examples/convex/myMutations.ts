// The mutation that "Action context" calls.
import { v } from "convex/values";
import { internalMutation } from "./_generated/server";

export const writeData = internalMutation({
  args: { a: v.number() },
  handler: async (ctx, args) => {
    await ctx.db.insert("numbers", { a: args.a });
    return "written";
  },
});
