import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";

/** One line of an order. */
export const orderLine = v.object({ sku: v.string(), quantity: v.number() });

export default defineSchema({
  customers: defineTable({
    email: v.string(),
    name: v.string(),
    orderCount: v.number(),
  }).index("by_email", ["email"]),

  orders: defineTable({
    customerId: v.id("customers"),
    lines: v.array(orderLine),
    totalCents: v.number(),
    status: v.union(v.literal("placed"), v.literal("paid"), v.literal("payment_failed"), v.literal("refunded")),
    note: v.optional(v.string()),
  })
    .index("by_customer", ["customerId"])
    .index("by_status", ["status"]),

  payments: defineTable({
    orderId: v.id("orders"),
    chargeId: v.string(),
    amountCents: v.number(),
  }).index("by_order", ["orderId"]),

  emails: defineTable({
    to: v.string(),
    subject: v.string(),
    status: v.union(v.literal("queued"), v.literal("sent"), v.literal("failed")),
  }).index("by_status", ["status"]),

  invoices: defineTable({
    orderId: v.id("orders"),
    fingerprint: v.string(),
    file: v.id("_storage"),
  }).index("by_order", ["orderId"]),

  reminders: defineTable({ sku: v.string(), at: v.number() }),
});
