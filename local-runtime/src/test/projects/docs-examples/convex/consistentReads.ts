// "Avoid await ctx.runMutation / await ctx.runQuery"
import { internal } from "./_generated/api";
import { action, internalQuery } from "./_generated/server";

export const separately = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const foo = await ctx.runQuery(internal.consistentReads.foo, {});
    const bar = await ctx.runQuery(internal.consistentReads.bar, {}); // expect: sequential-calls
    return foo + bar;
  },
});

export const together = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const fooAndBar = await ctx.runQuery(internal.consistentReads.fooAndBar, {});
    return fooAndBar.foo + fooAndBar.bar;
  },
});

export const foo = internalQuery({
  args: {},
  handler: async (ctx) => (await ctx.db.query("tasks").collect()).length,
});

export const bar = internalQuery({
  args: {},
  handler: async (ctx) => (await ctx.db.query("numbers").collect()).length,
});

export const fooAndBar = internalQuery({
  args: {},
  handler: async (ctx) => {
    const tasks = await ctx.db.query("tasks").collect();
    const numbers = await ctx.db.query("numbers").collect();
    return { foo: tasks.length, bar: numbers.length };
  },
});
