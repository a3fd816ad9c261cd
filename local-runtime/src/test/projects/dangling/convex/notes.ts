// What the actions beside this file call.
import { v } from "convex/values";
import { internalAction, internalMutation, internalQuery } from "./_generated/server";

export const add = internalMutation({
  args: { text: v.string() },
  handler: async (ctx, args): Promise<null> => {
    await ctx.db.insert("notes", { text: args.text });
    return null;
  },
});

export const addOrFail = internalMutation({
  args: { text: v.string() },
  handler: async (_ctx, args): Promise<null> => {
    throw new Error(`no room for ${args.text}`);
  },
});

export const count = internalQuery({
  args: {},
  handler: async (ctx): Promise<number> => (await ctx.db.query("notes").collect()).length,
});

export const later = internalAction({
  args: {},
  handler: async (): Promise<null> => null,
});
