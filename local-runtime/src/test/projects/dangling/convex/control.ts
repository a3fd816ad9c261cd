// Branches, loops, blocks.
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { action } from "./_generated/server";

export const inFinally = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    try {
      return await ctx.runQuery(internal.notes.count, {});
    } finally {
      ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise
    }
  },
});

export const inFinallyAwaited = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    try {
      return await ctx.runQuery(internal.notes.count, {});
    } finally {
      await ctx.runMutation(internal.notes.add, { text: "a" });
    }
  },
});

export const inOneBranch = action({
  args: { quick: v.optional(v.boolean()) },
  handler: async (ctx, args) => {
    if (args.quick ?? true) {
      ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise
    } else {
      await ctx.runMutation(internal.notes.add, { text: "b" });
    }
  },
});

export const inBothBranchesAwaited = action({
  args: { quick: v.optional(v.boolean()) },
  handler: async (ctx, args) => {
    await (args.quick
      ? ctx.runMutation(internal.notes.add, { text: "a" })
      : ctx.runMutation(internal.notes.add, { text: "b" }));
  },
});

export const afterAnd = action({
  args: { loud: v.optional(v.boolean()) },
  handler: async (ctx, args) => {
    (args.loud ?? true) && ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise
  },
});

export const immediateFunction = action({
  args: {},
  handler: async (ctx) => {
    (async () => { // expect: dangling-promise
      await ctx.runMutation(internal.notes.add, { text: "a" });
    })();
  },
});

export const immediateFunctionAwaited = action({
  args: {},
  handler: async (ctx) => {
    await (async () => {
      await ctx.runMutation(internal.notes.add, { text: "a" });
    })();
  },
});

export const keptInAnObject = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const work = { count: ctx.runQuery(internal.notes.count, {}) };
    return await work.count;
  },
});

export const deferred = action({
  args: {},
  handler: async (ctx) => {
    let open: (value: number) => void = () => undefined;
    const gate = new Promise<number>((resolve) => {
      open = resolve;
    });
    open(await ctx.runQuery(internal.notes.count, {}));
    return await gate;
  },
});

export const assignedInALoop = action({
  args: {},
  handler: async (ctx) => {
    let last: Promise<null> = Promise.resolve(null);
    for (const text of ["a", "b"]) {
      last = last.then(() => ctx.runMutation(internal.notes.add, { text }));
    }
    await last;
  },
});
