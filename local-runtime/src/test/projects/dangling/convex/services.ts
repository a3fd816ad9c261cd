// Scheduler, storage, and what packages do.
import { report, reportAndWait } from "fire-and-forget";
import { internal } from "./_generated/api";
import { action } from "./_generated/server";

export const scheduleNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    ctx.scheduler.runAfter(60_000, internal.notes.later, {}); // expect: dangling-promise
  },
});

export const scheduleAwaited = action({
  args: {},
  handler: async (ctx) => {
    const job = await ctx.scheduler.runAfter(60_000, internal.notes.later, {});
    await ctx.scheduler.cancel(job);
  },
});

export const storeNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    ctx.storage.store(new Blob(["a"])); // expect: dangling-promise
  },
});

export const storeAwaited = action({
  args: {},
  handler: async (ctx) => {
    const file = await ctx.storage.store(new Blob(["a"]));
    await ctx.storage.delete(file);
  },
});

export const packageLeavesWork = action({
  args: {},
  handler: async () => {
    report("opened"); // expect-run: dangling-promise
  },
});

export const packageIsAwaited = action({
  args: {},
  handler: async () => {
    return await reportAndWait("opened");
  },
});

export const packagePromiseDropped = action({
  args: {},
  handler: async () => {
    reportAndWait("opened"); // expect-run: dangling-promise
  },
});

export const identityNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    ctx.auth.getUserIdentity(); // expect: dangling-promise
  },
});
