/**
 * Orders. `checkout` is the example to run first: its call tree and timeline have a bit of everything, and two
 * mistakes. `place` is how it should be done.
 */
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { Id } from "./_generated/dataModel";
import { action, internalAction, internalMutation, internalQuery, mutation, query } from "./_generated/server";
import { totalOf } from "./model/prices";
import { charge, fraudScore, track } from "./model/services";
import { orderLine } from "./schema";

/**
 * THE example: query → another action → two requests in parallel → mutation → an e-mail that is scheduled.
 *
 * Shows: "Calling actions from clients" (bad: the client calls it directly), "Dangling promises" (bad),
 * "`await ctx.runAction` should only be used for crossing JS runtimes" (bad).
 *
 * Arguments: {"email": "ada@example.com", "lines": [{"sku": "mug", "quantity": 2}], "country": "de"}
 */
export const checkout = action({
  args: { email: v.string(), lines: v.array(orderLine), country: v.string() },
  returns: v.object({ orderId: v.id("orders"), chargeId: v.string(), totalCents: v.number() }),
  handler: async (ctx, args): Promise<{ orderId: Id<"orders">; chargeId: string; totalCents: number }> => {
    const quote = await ctx.runQuery(internal.orders.quote, { email: args.email, lines: args.lines });

    // ✗ chained-run-action: the same runtime; calling the helper `shippingCents` would do.
    const shipping = await ctx.runAction(internal.shipping.estimate, { country: args.country, lines: args.lines });

    const totalCents = quote.totalCents + shipping;
    const [payment, risk] = await Promise.all([
      charge(totalCents, "card_visa", `checkout-${args.email}-${quote.earlierOrders}`),
      fraudScore(args.email),
    ]);
    console.log(`charged ${totalCents} cents, risk ${risk}`);

    // ✗ dangling-promise: nobody waits for it, so it may or may not arrive.
    track("checkout", { totalCents, risk });

    const orderId = await ctx.runMutation(internal.orders.recordPaid, {
      email: args.email,
      lines: args.lines,
      totalCents,
      chargeId: payment.id,
    });
    return { orderId, chargeId: payment.id, totalCents };
  },
});

/**
 * The good way: a mutation writes down what the user wants and schedules the action that does it. Nobody can order
 * twice by clicking twice, and nothing is lost when the payment service is down.
 *
 * Shows: "Calling actions from clients" (good).
 *
 * Arguments: {"email": "ada@example.com", "lines": [{"sku": "tea-green", "quantity": 1}]}
 */
export const place = mutation({
  args: { email: v.string(), lines: v.array(orderLine) },
  returns: v.id("orders"),
  handler: async (ctx, args) => {
    const customer = await ctx.db
      .query("customers")
      .withIndex("by_email", (q) => q.eq("email", args.email))
      .unique();
    const customerId =
      customer?._id ?? (await ctx.db.insert("customers", { email: args.email, name: "", orderCount: 0 }));
    const totalCents = totalOf(args.lines, customer?.orderCount ?? 0);
    const orderId = await ctx.db.insert("orders", { customerId, lines: args.lines, totalCents, status: "placed" });
    await ctx.scheduler.runAfter(0, internal.orders.pay, { orderId, totalCents });
    return orderId;
  },
});

/**
 * Scheduled by `place`. A failed payment is caught and written down: Convex never repeats an action by itself.
 *
 * Shows: "Error handling" (good), "Action context" (runMutation).
 */
export const pay = internalAction({
  args: { orderId: v.id("orders"), totalCents: v.number() },
  returns: v.null(),
  handler: async (ctx, args) => {
    try {
      const payment = await charge(args.totalCents, "card_visa", args.orderId);
      await ctx.runMutation(internal.orders.markPaid, { orderId: args.orderId, chargeId: payment.id });
    } catch (error) {
      await ctx.runMutation(internal.orders.markFailed, { orderId: args.orderId, note: String(error) });
    }
    return null;
  },
});

/**
 * The newest orders of a customer.
 *
 * Arguments: {"email": "ada@example.com"}
 */
export const list = query({
  args: { email: v.string() },
  handler: async (ctx, args) => {
    const customer = await ctx.db
      .query("customers")
      .withIndex("by_email", (q) => q.eq("email", args.email))
      .unique();
    if (customer === null) {
      return [];
    }
    return await ctx.db
      .query("orders")
      .withIndex("by_customer", (q) => q.eq("customerId", customer._id))
      .order("desc")
      .take(20);
  },
});

/** What an order would cost this customer. */
export const quote = internalQuery({
  args: { email: v.string(), lines: v.array(orderLine) },
  returns: v.object({ totalCents: v.number(), earlierOrders: v.number() }),
  handler: async (ctx, args) => {
    const customer = await ctx.db
      .query("customers")
      .withIndex("by_email", (q) => q.eq("email", args.email))
      .unique();
    const earlierOrders = customer?.orderCount ?? 0;
    return { totalCents: totalOf(args.lines, earlierOrders), earlierOrders };
  },
});

/** Writes a paid order down, in one transaction, and schedules its receipt. */
export const recordPaid = internalMutation({
  args: { email: v.string(), lines: v.array(orderLine), totalCents: v.number(), chargeId: v.string() },
  returns: v.id("orders"),
  handler: async (ctx, args) => {
    const customer = await ctx.db
      .query("customers")
      .withIndex("by_email", (q) => q.eq("email", args.email))
      .unique();
    const customerId =
      customer?._id ?? (await ctx.db.insert("customers", { email: args.email, name: "", orderCount: 0 }));
    await ctx.db.patch(customerId, { orderCount: (customer?.orderCount ?? 0) + 1 });
    const orderId = await ctx.db.insert("orders", {
      customerId,
      lines: args.lines,
      totalCents: args.totalCents,
      status: "paid",
    });
    await ctx.db.insert("payments", { orderId, chargeId: args.chargeId, amountCents: args.totalCents });
    const emailId = await ctx.db.insert("emails", {
      to: args.email,
      subject: `Your order over ${(args.totalCents / 100).toFixed(2)} €`,
      status: "queued",
    });
    await ctx.scheduler.runAfter(0, internal.emails.send, { emailId });
    return orderId;
  },
});

/** The payment went through. */
export const markPaid = internalMutation({
  args: { orderId: v.id("orders"), chargeId: v.string() },
  returns: v.null(),
  handler: async (ctx, args) => {
    const order = await ctx.db.get(args.orderId);
    if (order === null) {
      throw new Error(`There is no order ${args.orderId}.`);
    }
    const customer = await ctx.db.get(order.customerId);
    await ctx.db.patch(order._id, { status: "paid" });
    await ctx.db.insert("payments", {
      orderId: order._id,
      chargeId: args.chargeId,
      amountCents: order.totalCents,
    });
    if (customer !== null) {
      await ctx.db.patch(customer._id, { orderCount: customer.orderCount + 1 });
      const emailId = await ctx.db.insert("emails", {
        to: customer.email,
        subject: "Thank you for your order",
        status: "queued",
      });
      await ctx.scheduler.runAfter(0, internal.emails.send, { emailId });
    }
    return null;
  },
});

/** The payment did not go through; the order says why. */
export const markFailed = internalMutation({
  args: { orderId: v.id("orders"), note: v.string() },
  returns: v.null(),
  handler: async (ctx, args) => {
    await ctx.db.patch(args.orderId, { status: "payment_failed", note: args.note });
    return null;
  },
});

/** One order, with its payment. */
export const details = internalQuery({
  args: { orderId: v.id("orders") },
  handler: async (ctx, args) => {
    const order = await ctx.db.get(args.orderId);
    const payment = await ctx.db
      .query("payments")
      .withIndex("by_order", (q) => q.eq("orderId", args.orderId))
      .first();
    return { order, payment };
  },
});
