import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";

export default defineSchema({
  items: defineTable({ key: v.string(), price: v.number(), text: v.string() }).index("by_key", ["key"]),
});
