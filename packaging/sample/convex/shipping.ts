/** Shipping. Shows: "`await ctx.runAction` should only be used for crossing JS runtimes". */
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { action, internalAction } from "./_generated/server";
import { shippingCents } from "./model/services";
import { orderLine } from "./schema";

const pieces = (lines: { quantity: number }[]) => lines.reduce((sum, line) => sum + line.quantity, 0);

/** What the parcel for these lines costs. */
export const estimate = internalAction({
  args: { country: v.string(), lines: v.array(orderLine) },
  returns: v.number(),
  handler: async (_ctx, args) => {
    return await shippingCents(args.country, pieces(args.lines));
  },
});

/**
 * Bad: one more function call for each country, each with its own isolate, while this one is kept waiting.
 *
 * Arguments: {"countries": ["de", "fr", "pl"], "lines": [{"sku": "mug", "quantity": 2}]}
 */
export const compareByRunAction = action({
  args: { countries: v.array(v.string()), lines: v.array(orderLine) },
  returns: v.record(v.string(), v.number()),
  handler: async (ctx, args) => {
    const costs: Record<string, number> = {};
    for (const country of args.countries) {
      // ✗ chained-run-action: `estimate` runs in the same runtime. ✗ calls-in-loop: one call for each country.
      costs[country] = await ctx.runAction(internal.shipping.estimate, { country, lines: args.lines });
    }
    return costs;
  },
});

/**
 * Good: the code both need is a helper.
 *
 * Arguments: {"countries": ["de", "fr", "pl"], "lines": [{"sku": "mug", "quantity": 2}]}
 */
export const compareByHelper = action({
  args: { countries: v.array(v.string()), lines: v.array(orderLine) },
  returns: v.record(v.string(), v.number()),
  handler: async (_ctx, args) => {
    const costs = await Promise.all(
      args.countries.map(async (country) => [country, await shippingCents(country, pieces(args.lines))] as const),
    );
    return Object.fromEntries(costs);
  },
});
