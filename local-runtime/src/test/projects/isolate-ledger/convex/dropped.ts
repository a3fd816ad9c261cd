// Every line that must be reported says how: kind, state, and how often when it is more than once.
import { actionGeneric as action, mutationGeneric as mutation } from "convex/server";

const never = "m:never" as any;
const slow = "m:slow" as any;
const ok = "m:ok" as any;

export const pending = action({
  handler: async (ctx) => {
    ctx.runMutation(never, {}); // unawaited: PROMISE PENDING
  },
});

export const settled = action({
  handler: async (ctx) => {
    ctx.runMutation(ok, {}); // unawaited: PROMISE FULFILLED
    await ctx.runQuery(slow, {});
  },
});

export const voided = action({
  handler: async (ctx) => {
    void ctx.runMutation(never, {}); // unawaited: PROMISE PENDING
  },
});

export const assigned = action({
  handler: async (ctx) => {
    const started = ctx.runMutation(never, {}); // unawaited: PROMISE PENDING
    return typeof started;
  },
});

export const swallowed = action({
  handler: async (ctx) => {
    ctx.runMutation(never, {}).catch(() => {}); // unawaited: PROMISE PENDING
  },
});

async function save(ctx: any, n: number) {
  await ctx.runQuery(ok, { n });
  await ctx.runMutation(never, { n });
}

export const helper = action({
  handler: async (ctx) => {
    save(ctx, 1); // unawaited: PROMISE PENDING
    await ctx.runQuery(slow, {});
  },
});

function begin(ctx: any) {
  return ctx.runMutation(never, {});
}

export const passedOn = action({
  handler: async (ctx) => {
    begin(ctx); // unawaited: PROMISE PENDING
  },
});

async function audit(ctx: any) {
  ctx.runMutation(never, {}); // unawaited: PROMISE PENDING
}

export const insideHelper = action({
  handler: async (ctx) => {
    await audit(ctx);
  },
});

export const forEach = action({
  handler: async (ctx) => {
    [1, 2, 3].forEach(async (n) => { // unawaited: PROMISE PENDING 3
      await ctx.runMutation(never, { n });
    });
  },
});

export const mapped = action({
  handler: async (ctx) => {
    [1, 2].map((n) => ctx.runMutation(never, { n })); // unawaited: PROMISE PENDING 2
  },
});

export const looped = action({
  handler: async (ctx) => {
    for (const n of [1, 2, 3, 4]) {
      ctx.runMutation(never, { n }); // unawaited: PROMISE PENDING 4
    }
  },
});

export const allDropped = action({
  handler: async (ctx) => {
    Promise.all([ctx.runMutation(never, {}), ctx.runMutation(ok, {})]); // unawaited: PROMISE PENDING
  },
});

export const raceLoser = action({
  handler: async (ctx) => {
    await Promise.race([
      ctx.runQuery(ok, {}),
      ctx.runMutation(never, {}), // unawaited: OPERATION PENDING
    ]);
  },
});

export const raceLoserInHelper = action({
  handler: async (ctx) => {
    await Promise.race([ctx.runQuery(ok, {}), lose(ctx)]);
  },
});

async function lose(ctx: any) {
  await ctx.runMutation(never, {}); // unawaited: OPERATION PENDING
}

export const timeoutLoser = action({
  handler: async (ctx) => {
    const timeout = new Promise((_, reject) =>
      setTimeout(() => reject(new Error("too slow")), 100_000), // unawaited: TIMER PENDING
    );
    await Promise.race([ctx.runQuery(ok, {}), timeout]);
  },
});

export const sleepDropped = action({
  handler: async () => {
    new Promise((resolve) => setTimeout(resolve, 100_000)); // unawaited: PROMISE PENDING
  },
});

export const sleepDroppedByClosure = action({
  handler: async () => {
    new Promise<void>((resolve) => { // unawaited: PROMISE PENDING
      setTimeout(() => resolve(), 100_000);
    });
  },
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const delayed = action({
  handler: async (ctx) => {
    (async () => { // unawaited: PROMISE PENDING
      await sleep(100_000);
      await ctx.runMutation(ok, {});
    })();
  },
});

export const timer = action({
  handler: async (ctx) => {
    setTimeout(() => ctx.runMutation(ok, {}), 100_000); // unawaited: TIMER PENDING
  },
});

export const interval = action({
  handler: async () => {
    setInterval(() => {}, 100_000); // unawaited: TIMER PENDING
  },
});

export const half = action({
  handler: async (ctx) => {
    const a = ctx.runMutation(slow, {});
    const b = ctx.runMutation(never, {}); // unawaited: PROMISE PENDING
    await a;
    return typeof b;
  },
});

export const failsMeanwhile = action({
  handler: async (ctx) => {
    const both = [ctx.runMutation("m:fails" as any, {}), ctx.runMutation(never, {})]; // unawaited: OPERATION PENDING
    await Promise.all(both);
  },
});

export const stored = action({
  handler: async (ctx) => {
    ctx.storage.getUrl("kg2" as any); // unawaited: PROMISE FULFILLED
    await ctx.runQuery(slow, {});
  },
});

export const scheduled = action({
  handler: async (ctx) => {
    ctx.scheduler.runAfter(0, ok, {}); // unawaited: PROMISE FULFILLED
    await ctx.runQuery(slow, {});
  },
});

export const written = mutation({
  handler: async (ctx) => {
    ctx.db.insert("t", {}); // unawaited: PROMISE FULFILLED
  },
});

class Outbox {
  private readonly sent: Promise<unknown>[] = [];
  constructor(private readonly ctx: any) {}
  send(text: string) {
    this.sent.push(this.ctx.runMutation(never, { text })); // unawaited: PROMISE PENDING 2
  }
}

export const inClass = action({
  handler: async (ctx) => {
    const outbox = new Outbox(ctx);
    outbox.send("a");
    outbox.send("b");
  },
});

export const conditional = action({
  handler: async (ctx) => {
    true && ctx.runMutation(never, {}); // unawaited: PROMISE PENDING
    const pick = false ? null : ctx.runQuery(never, {}); // unawaited: PROMISE PENDING
    return typeof pick;
  },
});
