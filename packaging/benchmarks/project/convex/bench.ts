/** What is measured: the same functions here and in Actionscope's runtime. */
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { Id } from "./_generated/dataModel";
import { action, internalMutation, internalQuery } from "./_generated/server";
import { cpuBound, jsonBound } from "./work.js";

/** Nothing: the cost of a call itself. */
export const noop = action({
  args: {},
  returns: v.null(),
  handler: async () => null,
});

/** One query by an index, one request, one mutation of the row that was found. */
export const queryFetchMutation = action({
  args: { key: v.string() },
  returns: v.number(),
  handler: async (ctx, args): Promise<number> => {
    const item: { _id: Id<"items"> } = await ctx.runQuery(internal.bench.find, { key: args.key });
    const response = await fetch(`https://prices.example/v1/items/${args.key}`);
    const answer: { price: number } = await response.json();
    await ctx.runMutation(internal.bench.setPrice, { id: item._id, price: answer.price });
    return answer.price;
  },
});

/** JavaScript that computes. */
export const cpu = action({
  args: { size: v.number() },
  returns: v.number(),
  handler: async (_ctx, args) => cpuBound(args.size),
});

/** JavaScript that reads and writes JSON. */
export const json = action({
  args: { size: v.number() },
  returns: v.number(),
  handler: async (_ctx, args) => jsonBound(args.size),
});

export const find = internalQuery({
  args: { key: v.string() },
  handler: async (ctx, args) => {
    const item = await ctx.db
      .query("items")
      .withIndex("by_key", (q) => q.eq("key", args.key))
      .unique();
    if (item === null) {
      throw new Error(`There is no item ${args.key}.`);
    }
    return item;
  },
});

export const setPrice = internalMutation({
  args: { id: v.id("items"), price: v.number() },
  returns: v.null(),
  handler: async (ctx, args) => {
    await ctx.db.patch(args.id, { price: args.price });
    return null;
  },
});

/** Adds rows `k<from>` to `k<to - 1>`. */
export const seed = internalMutation({
  args: { from: v.number(), to: v.number() },
  returns: v.null(),
  handler: async (ctx, args) => {
    for (let i = args.from; i < args.to; i++) {
      await ctx.db.insert("items", { key: `k${i}`, price: i, text: `The item with the number ${i}, in stock.` });
    }
    return null;
  },
});
