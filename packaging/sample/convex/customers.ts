/** Customers. Shows: "The `action` constructor", "Action arguments and responses", "Circular type inference". */
import { v } from "convex/values";
import { api, internal } from "./_generated/api";
import { Id } from "./_generated/dataModel";
import { action, internalMutation, internalQuery, query } from "./_generated/server";

/**
 * The smallest action there is. It takes nothing and need not return anything.
 *
 * Shows: "The `action` constructor".
 *
 * Arguments: {}
 */
export const hello = action({
  args: {},
  handler: () => {
    return "success";
  },
});

/**
 * Bad: a public action that checks nothing of what clients send it.
 *
 * Shows: "Action arguments and responses" (bad).
 *
 * Arguments: {"a": 1, "b": "two"}
 */
// ✗ missing-args-validator
export const sumUnchecked = action({
  handler: async (_ctx, args: { a: number; b: number }) => args.a + args.b,
});

/**
 * Good: wrong arguments never reach the handler.
 *
 * Shows: "Action arguments and responses" (good).
 *
 * Arguments: {"a": 1, "b": 2}
 */
export const sum = action({
  args: { a: v.number(), b: v.number() },
  returns: v.number(),
  handler: (_ctx, args) => args.a + args.b,
});

/**
 * Good: the return type stands in the handler's signature; without it TypeScript would have to know the type of
 * `api` to infer the type of `api`.
 *
 * Shows: "Dealing with circular type inference", option 1.
 *
 * Arguments: {"email": "ada@example.com"}
 */
export const nameByReturnType = action({
  args: { email: v.string() },
  handler: async (ctx, args): Promise<string | null> => {
    const name = await ctx.runQuery(internal.customers.nameOf, { email: args.email });
    return name;
  },
});

/**
 * Good: the result of the call is annotated instead. (For a union such as `string | null` take option 1: TypeScript
 * looks at the call to see which part of the union it is, and is back in the circle.)
 *
 * Shows: "Dealing with circular type inference", option 2.
 *
 * Arguments: {"email": "ada@example.com"}
 */
export const ordersByVariableType = action({
  args: { email: v.string() },
  handler: async (ctx, args) => {
    const orders: number = await ctx.runQuery(internal.customers.orderCountOf, { email: args.email });
    return orders;
  },
});

/**
 * Bad: it calls a public query, which clients can call as well, where an internal one would do.
 *
 * Shows: "Action context" (runQuery).
 *
 * Arguments: {}
 */
export const countByPublicQuery = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    // ✗ public-function-call
    return await ctx.runQuery(api.customers.count, {});
  },
});

/**
 * Writes through an internal mutation, as actions have no database of their own.
 *
 * Shows: "Action context" (runMutation).
 *
 * Arguments: {"email": "ada@example.com", "name": "Ada Lovelace"}
 */
export const rename = action({
  args: { email: v.string(), name: v.string() },
  returns: v.id("customers"),
  handler: async (ctx, args): Promise<Id<"customers">> => await ctx.runMutation(internal.customers.upsert, args),
});

/**
 * How many customers there are.
 *
 * Arguments: {}
 */
export const count = query({
  args: {},
  returns: v.number(),
  handler: async (ctx) => (await ctx.db.query("customers").take(1000)).length,
});

/** A customer's name, if known. */
export const nameOf = internalQuery({
  args: { email: v.string() },
  returns: v.union(v.string(), v.null()),
  handler: async (ctx, args) => {
    const customer = await ctx.db
      .query("customers")
      .withIndex("by_email", (q) => q.eq("email", args.email))
      .unique();
    return customer?.name ?? null;
  },
});

/** How often a customer has ordered. */
export const orderCountOf = internalQuery({
  args: { email: v.string() },
  returns: v.number(),
  handler: async (ctx, args) => {
    const customer = await ctx.db
      .query("customers")
      .withIndex("by_email", (q) => q.eq("email", args.email))
      .unique();
    return customer?.orderCount ?? 0;
  },
});

/** Adds a customer, or changes the name. */
export const upsert = internalMutation({
  args: { email: v.string(), name: v.string() },
  returns: v.id("customers"),
  handler: async (ctx, args) => {
    const customer = await ctx.db
      .query("customers")
      .withIndex("by_email", (q) => q.eq("email", args.email))
      .unique();
    if (customer !== null) {
      await ctx.db.patch(customer._id, { name: args.name });
      return customer._id;
    }
    return await ctx.db.insert("customers", { email: args.email, name: args.name, orderCount: 0 });
  },
});
