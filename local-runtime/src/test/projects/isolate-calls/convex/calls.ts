import { actionGeneric as action, mutationGeneric as mutation, queryGeneric as query, internalActionGeneric as internalAction } from "convex/server";
import { ConvexError, v } from "convex/values";
import { shout } from "./lib/words";

export const noop = action({ args: {}, handler: async () => null });

export const echo = action({
  args: { text: v.string() },
  returns: v.string(),
  handler: async (_ctx, args) => shout(args.text),
});

export const throws = action({
  args: {},
  handler: async () => {
    throw new TypeError("no such gif");
  },
});

export const throwsDeep = action({
  args: {},
  handler: async () => {
    await outer();
  },
});

async function outer() {
  await Promise.resolve();
  inner();
}

function inner() {
  throw new Error("deep");
}

export const throwsData = action({
  args: {},
  handler: async () => {
    throw new ConvexError({ code: 5n, why: "because" });
  },
});

export const throwsText = action({
  args: {},
  handler: async () => {
    throw "just text";
  },
});

export const callFails = action({
  args: {},
  handler: async (ctx) => {
    const result = await ctx.runMutation("m:fails" as any, {});
    return result;
  },
});

export const callFailsInHelper = action({
  args: {},
  handler: async (ctx) => {
    return await helper(ctx);
  },
});

async function helper(ctx: any) {
  const all = await Promise.all([ctx.runQuery("m:ok" as any, {}), ctx.runQuery("m:fails" as any, {})]);
  return all.length;
}

export const caught = action({
  args: {},
  handler: async (ctx) => {
    try {
      await ctx.runMutation("m:failsWithData" as any, {});
    } catch (e: any) {
      return [e instanceof ConvexError, e.data.code];
    }
    return null;
  },
});

export const unhandled = action({
  args: {},
  handler: async (ctx) => {
    ctx.runMutation("m:fails" as any, {});
    await ctx.runMutation("m:never" as any, {});
  },
});

export const never = action({ args: {}, handler: async () => await new Promise(() => {}) });

export const spins = action({
  args: {},
  handler: async () => {
    while (true) {}
  },
});

export const spinsInMicrotasks = action({
  args: {},
  handler: async () => {
    for (;;) await null;
  },
});

export const recurses = action({
  args: {},
  handler: async () => {
    const down = (n: number): number => 1 + down(n + 1);
    try {
      return down(0);
    } catch (e: any) {
      return `${e.name}: ${e.message}`;
    }
  },
});

export const recursesAndCatches = action({
  args: {},
  handler: async () => {
    function down(n: number): number {
      try {
        return 1 + down(n + 1);
      } catch {
        return down(n + 1) + down(n + 1);
      }
    }
    return down(0);
  },
});

export const hoards = action({
  args: {},
  handler: async () => {
    const hoard: unknown[] = [];
    for (;;) hoard.push(new Array(1000).fill({ a: 1 }));
  },
});

export const wastes = action({
  args: {},
  handler: async () => {
    let last: unknown = null;
    for (let i = 0; i < 60_000; i++) last = new Array(1000).fill(i);
    return (last as number[]).length;
  },
});

export const stringifies = action({
  args: {},
  handler: async () => {
    const row = Array.from({ length: 2000 }, (_, i) => ({ i, text: "x".repeat(20) }));
    for (;;) JSON.stringify(row);
  },
});

export const evaluates = action({ args: {}, handler: async () => new Function("return 1")() });

export const imports = action({
  args: {},
  handler: async () => {
    const { later } = await import("./lib/later");
    return later();
  },
});

export const importsInQuery = query({
  args: {},
  handler: async () => {
    const { later } = await import("./lib/later");
    return later();
  },
});

export const clocks = query({
  args: {},
  handler: async () => {
    const a = Date.now();
    const b = new Date();
    return [
      a,
      b.getTime(),
      b instanceof Date,
      Date.length,
      new Date(2020, 1, 2).toISOString(),
      new Intl.DateTimeFormat("en-US", { timeZone: "UTC" }).format(),
      Math.random(),
      performance.now(),
      process.env.SECRET,
      typeof process.env.MISSING,
    ];
  },
});

export const sleepsInQuery = query({
  args: {},
  handler: async () => {
    setTimeout(() => {}, 1);
    return 1;
  },
});

export const writesInOrder = mutation({
  args: {},
  handler: async (ctx) => {
    await Promise.all([ctx.db.insert("t", { n: 1 }), ctx.db.insert("t", { n: 2 }), ctx.db.insert("t", { n: 3 })]);
    ctx.db.insert("t", { n: 4 });
    return "done";
  },
});

export const reads = query({
  args: {},
  handler: async (ctx) => {
    const all = await ctx.db.query("t").collect();
    return all.length;
  },
});

export const sleeps = action({
  args: {},
  handler: async () => {
    const order: string[] = [];
    const ticker = setInterval(() => order.push("tick"), 5);
    const cleared = setTimeout(() => order.push("never"), 1);
    clearTimeout(cleared);
    await new Promise<void>((resolve) => setTimeout(resolve, 12));
    clearInterval(ticker);
    setTimeout((a: string, b: string) => order.push(a + b), 1, "x", "y");
    await new Promise<void>((resolve) => setTimeout(() => resolve(), 3));
    return [order.includes("tick"), order.includes("never"), order.at(-1)];
  },
});

export const logs = action({
  args: {},
  handler: async () => {
    console.log("hello", { a: 1, b: ["x"] }, null, undefined, 12n);
    console.warn([1, 2, 3]);
    logNested();
  },
});

function logNested() {
  console.error(new Error("shown"));
  console.time("t");
  console.timeEnd("u");
  console.trace("here");
}

export const logsTooMuch = action({
  args: {},
  handler: async () => {
    for (let i = 0; i < 300; i++) console.log(i);
    return null;
  },
});

export const hidden = internalAction({ args: { id: v.id("t") }, handler: async () => null });

export const allocates = action({
  args: {},
  handler: async (ctx) => {
    const mine = Array.from({ length: 20_000 }, (_, i) => ({ i }));
    const theirs = (await ctx.runQuery("m:big" as any, {})) as unknown[];
    await ctx.runMutation("m:ok" as any, { rows: theirs as any });
    return mine.length + theirs.length;
  },
});

export const helperStyle = action({
  args: {},
  handler: async () => {
    const numbers = [3, 1, 2];
    return numbers.toSorted();
  },
});

export function notRegistered() {
  return 1;
}

export const sleepsForEver = action({
  args: {},
  handler: async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000_000));
  },
});

export const slowMutation = mutation({
  args: {},
  handler: async (ctx) => {
    for (let i = 0; i < 12; i++) {
      await ctx.runMutation("m:verySlow" as any, {});
    }
    return "done";
  },
});

export const busyMutation = mutation({
  args: {},
  handler: async () => {
    while (true) {}
  },
});

export const hoardsText = action({
  args: {},
  handler: async () => {
    const hoard: string[] = [];
    for (let i = 0; ; i++) hoard.push(`${i}`.padEnd(1000, "x"));
  },
});

export const hoardsPromises = action({
  args: {},
  handler: async () => {
    const hoard: Promise<void>[] = [];
    for (;;) hoard.push(new Promise(() => {}));
  },
});

export const logsLong = action({
  args: {},
  handler: async () => {
    console.log("x".repeat(40_000));
    console.log("ü".repeat(30_000));
    console.log("y".repeat(20_000));
  },
});
