import { v } from "convex/values";
import { internal } from "./_generated/api";
import { action, internalMutation, query } from "./_generated/server";
import { shout } from "./lib/text";

export const list = query({
  args: {},
  handler: async (ctx) => {
    return await ctx.db.query("messages").collect();
  },
});

export const add = internalMutation({
  args: { body: v.string() },
  handler: async (ctx, { body }) => {
    return await ctx.db.insert("messages", { body: shout(body) });
  },
});

export const send = action({
  args: { body: v.string() },
  handler: async (ctx, { body }): Promise<string> => {
    const greeting = `👋 ${body}`;
    const id: string = await ctx.runMutation(internal.messages.add, {
      body: greeting,
    });
    return id;
  },
});
