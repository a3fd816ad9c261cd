// Nothing here is left behind.
import { actionGeneric as action, mutationGeneric as mutation } from "convex/server";

const slow = "m:slow" as any;
const ok = "m:ok" as any;

export const awaited = action({ handler: async (ctx) => await ctx.runMutation(slow, {}) });

export const returned = action({ handler: (ctx) => ctx.runMutation(slow, {}) });

export const awaitedLater = action({
  handler: async (ctx) => {
    const first = ctx.runMutation(slow, {});
    await ctx.runQuery(ok, {});
    await first;
  },
});

export const all = action({
  handler: async (ctx) => {
    await Promise.all([1, 2, 3].map(async (n) => await ctx.runMutation(slow, { n })));
  },
});

export const collected = action({
  handler: async (ctx) => {
    const started: Promise<unknown>[] = [];
    for (const n of [1, 2]) {
      started.push(ctx.runMutation(slow, { n }));
    }
    await Promise.allSettled(started);
  },
});

export const chained = action({
  handler: async (ctx) => {
    await ctx
      .runMutation(slow, {})
      .then(() => ctx.runMutation(ok, {}))
      .finally(() => {});
  },
});

export const caught = action({
  handler: async (ctx) => {
    await ctx.runMutation("m:fails" as any, {}).catch(() => null);
  },
});

async function save(ctx: any, n: number) {
  await ctx.runMutation(slow, { n });
  return n;
}

export const inHelpers = action({
  handler: async (ctx) => {
    const one = save(ctx, 1);
    const two = save(ctx, 2);
    return (await one) + (await two);
  },
});

export const sleeps = action({
  handler: async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const cleared = setTimeout(() => {}, 100_000);
    clearTimeout(cleared);
  },
});

export const noWork = action({
  handler: async () => {
    Promise.resolve(1);
    new Promise<number>((resolve) => resolve(1));
  },
});

export const executor = action({
  handler: async (ctx) => {
    await new Promise<void>(async (resolve) => {
      await ctx.runMutation(slow, {});
      resolve();
    });
  },
});

async function* pages(ctx: any) {
  yield await ctx.runQuery(ok, { page: 1 });
  yield await ctx.runQuery(slow, { page: 2 });
}

export const streams = action({
  handler: async (ctx) => {
    let count = 0;
    for await (const page of pages(ctx)) count += page === null ? 1 : 0;
    return count;
  },
});

export const writes = mutation({
  handler: async (ctx) => {
    await Promise.all([ctx.db.insert("t", {}), ctx.db.insert("t", {})]);
  },
});

export const fails = action({
  handler: async (ctx) => {
    await ctx.runMutation("m:fails" as any, {});
  },
});

export const racesToTheEnd = action({
  handler: async (ctx) => {
    const quick = ctx.runQuery(ok, {});
    const late = ctx.runQuery(slow, {});
    await Promise.race([quick, late]);
    await late;
  },
});

export const reduced = action({
  handler: async (ctx) => {
    await [1, 2, 3].reduce(async (before, n) => {
      await before;
      await ctx.runMutation(slow, { n });
    }, Promise.resolve());
  },
});

export const resolvers = action({
  handler: async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, 1);
    await promise;
  },
});
