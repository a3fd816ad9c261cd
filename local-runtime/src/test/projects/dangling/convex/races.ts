// The loser of a race goes on.
import { internal } from "./_generated/api";
import { action } from "./_generated/server";

export const loserGoesOn = action({
  args: {},
  handler: async () => {
    const first = await Promise.race([
      fetch("https://fast.example/"),
      fetch("https://slow.example/"), // expect-run: dangling-promise
    ]);
    return await first.text();
  },
});

export const loserIsAwaited = action({
  args: {},
  handler: async () => {
    const fast = fetch("https://fast.example/").then((response) => response.text());
    const slow = fetch("https://slow.example/").then((response) => response.text());
    const first = await Promise.race([fast, slow]);
    await Promise.all([fast, slow]);
    return first;
  },
});

export const loserIsAborted = action({
  args: {},
  handler: async () => {
    const controller = new AbortController();
    const slow = fetch("https://slow.example/", { signal: controller.signal }).catch(() => undefined);
    const fast = fetch("https://fast.example/").then((response) => response.text());
    const first = await Promise.race([fast, slow]);
    controller.abort();
    await slow;
    return first;
  },
});

export const timerInRace = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    return await Promise.race([
      ctx.runQuery(internal.notes.count, {}),
      new Promise<number>((resolve) => setTimeout(() => resolve(-1), 30_000)), // expect: dangling-promise
    ]);
  },
});

export const timerInRaceCleared = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<number>((resolve) => {
      timer = setTimeout(() => resolve(-1), 30_000);
    });
    try {
      return await Promise.race([ctx.runQuery(internal.notes.count, {}), timeout]);
    } finally {
      clearTimeout(timer);
    }
  },
});
