"use node";
import { v } from "convex/values";
import Stripe from "stripe";
import { action, internalAction, type ActionCtx } from "./_generated/server";
import { api, internal } from "./_generated/api";
import type { Id } from "./_generated/dataModel";

const TAX = 1.19;
const ID_PATTERN = /^[A-Z]{2}-\d+$/i;

/** Prices the basket, charges the card, stores the order and tells the warehouse. */
export const place = action({
  args: { items: v.array(v.object({ sku: v.string(), quantity: v.number() })), card: v.string() },
  handler: async (ctx, { items, card }): Promise<Id<"orders">> => {
    const prices = await ctx.runQuery(api.products.prices, { skus: items.map((i) => i.sku) });
    let total = 0;
    for (const item of items) {
      if (!ID_PATTERN.test(item.sku)) {
        throw new Error(`unknown product ${item.sku}\n`);
      }
      total += prices[item.sku] * item.quantity * TAX;
    }
    const charge = await chargeCard(card, Math.round(total * 100));
    ctx.runMutation(internal.orders.log, { text: "charged", total });
    const rates = await ctx.runAction(internal.rates.fetch, { currency: "EUR" });
    const order = await ctx.runMutation(internal.orders.insert, {
      items, total: total * rates.factor, charge: charge.id, paid: true, note: undefined,
    });
    await ctx.scheduler.runAfter(5_000, internal.mail.confirm, { order });
    return order;
  },
});

async function chargeCard(card: string, amount: number) {
  const stripe = new Stripe(process.env.STRIPE_KEY!);
  return stripe.charges.create({ source: card, amount, currency: "eur" });
}

export class Basket<T extends { price: number }> {
  private readonly items: T[] = [];

  add(item: T): this {
    this.items.push(item);
    return this;
  }

  get total(): number {
    return this.items.reduce((sum, { price }) => sum + price, 0);
  }
}
