/** Reports. Shows: "Avoid `await ctx.runMutation` / `await ctx.runQuery`", "Limits", "Action context" (storage). */
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { action, internalMutation, internalQuery } from "./_generated/server";
import { shippingCents } from "./model/services";

/**
 * Bad: two queries are two transactions. An order that is paid between them is counted twice, or never.
 *
 * Arguments: {}
 */
export const totalsInTwoQueries = action({
  args: {},
  handler: async (ctx): Promise<{ placed: number; paid: number }> => {
    const placed = await ctx.runQuery(internal.reports.countOf, { status: "placed" });
    // ✗ sequential-calls
    const paid = await ctx.runQuery(internal.reports.countOf, { status: "paid" });
    return { placed, paid };
  },
});

/**
 * Good: one query, one moment.
 *
 * Arguments: {}
 */
export const totals = action({
  args: {},
  handler: async (ctx): Promise<{ placed: number; paid: number }> => {
    return await ctx.runQuery(internal.reports.counts, {});
  },
});

/**
 * Bad: one mutation for each product: as many function calls, and not one transaction.
 *
 * Arguments: {"skus": ["mug", "kettle", "tea-green"]}
 */
export const remindOneByOne = action({
  args: { skus: v.array(v.string()) },
  handler: async (ctx, args) => {
    for (const sku of args.skus) {
      // ✗ calls-in-loop
      await ctx.runMutation(internal.reports.addReminders, { skus: [sku] });
    }
    return args.skus.length;
  },
});

/**
 * Good: the whole batch in one mutation.
 *
 * Arguments: {"skus": ["mug", "kettle", "tea-green"]}
 */
export const remindAll = action({
  args: { skus: v.array(v.string()) },
  returns: v.number(),
  handler: async (ctx, args) => {
    await ctx.runMutation(internal.reports.addReminders, { skus: args.skus });
    return args.skus.length;
  },
});

/**
 * Bad with a large number: an action may have 1000 operations under way; this one starts them all at once.
 *
 * Shows: "Limits" (bad).
 *
 * Arguments: {"requests": 60}
 */
export const ratesAllAtOnce = action({
  args: { requests: v.number() },
  handler: async (_ctx, args) => {
    const rates = await Promise.all(Array.from({ length: args.requests }, (_, i) => shippingCents("de", i + 1)));
    return Math.min(...rates);
  },
});

/**
 * Good: never more than twenty at a time.
 *
 * Shows: "Limits" (good).
 *
 * Arguments: {"requests": 60}
 */
export const ratesInBatches = action({
  args: { requests: v.number() },
  returns: v.number(),
  handler: async (_ctx, args) => {
    let cheapest = Infinity;
    for (let start = 0; start < args.requests; start += 20) {
      const size = Math.min(20, args.requests - start);
      const rates = await Promise.all(Array.from({ length: size }, (_, i) => shippingCents("de", start + i + 1)));
      cheapest = Math.min(cheapest, ...rates);
    }
    return cheapest;
  },
});

/**
 * Files: the report is stored, and the address to download it is returned.
 *
 * Shows: "Action context" (storage).
 *
 * Arguments: {"title": "Totals of today"}
 */
export const exportCsv = action({
  args: { title: v.string() },
  returns: v.union(v.string(), v.null()),
  handler: async (ctx, args): Promise<string | null> => {
    const counts = await ctx.runQuery(internal.reports.counts, {});
    const text = `${args.title}\nplaced,${counts.placed}\npaid,${counts.paid}\n`;
    const file = await ctx.storage.store(new Blob([text], { type: "text/csv" }));
    return await ctx.storage.getUrl(file);
  },
});

const status = v.union(v.literal("placed"), v.literal("paid"));

/** How many orders have that status. */
export const countOf = internalQuery({
  args: { status },
  returns: v.number(),
  handler: async (ctx, args) => {
    const orders = await ctx.db
      .query("orders")
      .withIndex("by_status", (q) => q.eq("status", args.status))
      .take(1000);
    return orders.length;
  },
});

/** How many orders have each status, at one moment. */
export const counts = internalQuery({
  args: {},
  returns: v.object({ placed: v.number(), paid: v.number() }),
  handler: async (ctx) => {
    const placed = await ctx.db
      .query("orders")
      .withIndex("by_status", (q) => q.eq("status", "placed"))
      .take(1000);
    const paid = await ctx.db
      .query("orders")
      .withIndex("by_status", (q) => q.eq("status", "paid"))
      .take(1000);
    return { placed: placed.length, paid: paid.length };
  },
});

/** Notes that these products are to be ordered again. */
export const addReminders = internalMutation({
  args: { skus: v.array(v.string()) },
  returns: v.null(),
  handler: async (ctx, args) => {
    for (const sku of args.skus) {
      await ctx.db.insert("reminders", { sku, at: Date.now() });
    }
    return null;
  },
});
