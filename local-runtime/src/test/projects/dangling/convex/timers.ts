// Timers that nobody waits for.
import { internal } from "./_generated/api";
import { action } from "./_generated/server";

export const timeoutLeft = action({
  args: {},
  handler: async () => {
    setTimeout(() => console.log("too late"), 10_000); // expect: dangling-promise
  },
});

export const timeoutCleared = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const timer = setTimeout(() => console.log("too slow"), 10_000);
    const count = await ctx.runQuery(internal.notes.count, {});
    clearTimeout(timer);
    return count;
  },
});

export const timeoutKeptButNotCleared = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const timer = setTimeout(() => console.log("too slow"), 10_000); // expect: dangling-promise
    return await ctx.runQuery(internal.notes.count, {});
  },
});

export const intervalLeft = action({
  args: {},
  handler: async () => {
    setInterval(() => console.log("tick"), 10_000); // expect: dangling-promise
  },
});

export const intervalCleared = action({
  args: {},
  handler: async () => {
    let ticks = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        ticks += 1;
        if (ticks === 3) {
          clearInterval(timer);
          resolve();
        }
      }, 2);
    });
    return ticks;
  },
});

const sleep = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));

export const sleepNotAwaited = action({
  args: {},
  handler: async () => {
    sleep(10_000); // expect: dangling-promise
  },
});

export const sleepAwaited = action({
  args: {},
  handler: async () => {
    await sleep(5);
  },
});

export const timeoutThatFires = action({
  args: {},
  handler: async () => {
    let fired = false;
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        fired = true;
        resolve();
      }, 5);
    });
    return fired;
  },
});
