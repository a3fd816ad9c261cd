/** Invoices. Shows: "Choosing the runtime": `ctx.runAction` where it belongs, from one runtime into the other. */
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { action, internalMutation } from "./_generated/server";

/**
 * Good: the fingerprint needs Node.js, and this file does not run there.
 *
 * Arguments: {"orderId": "the _id of an order"}
 */
export const issue = action({
  args: { orderId: v.id("orders") },
  returns: v.union(v.string(), v.null()),
  handler: async (ctx, args): Promise<string | null> => {
    const { order, payment } = await ctx.runQuery(internal.orders.details, { orderId: args.orderId });
    if (order === null || payment === null) {
      return null;
    }
    const text = `Invoice for ${order._id}: ${(order.totalCents / 100).toFixed(2)} €, charge ${payment.chargeId}\n`;
    const fingerprint = await ctx.runAction(internal.signing.fingerprint, { text });
    const file = await ctx.storage.store(new Blob([text, fingerprint], { type: "text/plain" }));
    await ctx.runMutation(internal.invoices.record, { orderId: order._id, fingerprint, file });
    return await ctx.storage.getUrl(file);
  },
});

/** Keeps the invoice. */
export const record = internalMutation({
  args: { orderId: v.id("orders"), fingerprint: v.string(), file: v.id("_storage") },
  returns: v.id("invoices"),
  handler: async (ctx, args) => await ctx.db.insert("invoices", args),
});
