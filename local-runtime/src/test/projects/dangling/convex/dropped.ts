// A call's promise is dropped where it stands, or kept.
import { internal } from "./_generated/api";
import { action } from "./_generated/server";

export const pendingMutation = action({
  args: {},
  handler: async (ctx) => {
    ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise
  },
});

export const pendingMutationAwaited = action({
  args: {},
  handler: async (ctx) => {
    await ctx.runMutation(internal.notes.add, { text: "a" });
  },
});

export const settledButNeverAwaited = action({
  args: {},
  handler: async (ctx) => {
    ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise
    const response = await fetch("https://slow.example/");
    return await response.text();
  },
});

export const awaitedLater = action({
  args: {},
  handler: async (ctx) => {
    const added = ctx.runMutation(internal.notes.add, { text: "a" });
    const response = await fetch("https://slow.example/");
    await added;
    return await response.text();
  },
});

export const assignedNeverAwaited = action({
  args: {},
  handler: async (ctx) => {
    const added = ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise
    return "done";
  },
});

export const voided = action({
  args: {},
  handler: async (ctx) => {
    void ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise
  },
});

export const voidOfSomethingElse = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    void console.log("nothing to wait for");
    return await ctx.runQuery(internal.notes.count, {});
  },
});

export const thenChain = action({
  args: {},
  handler: async (ctx) => {
    ctx.runQuery(internal.notes.count, {}).then((count) => console.log(count)); // expect: dangling-promise
  },
});

export const thenChainAwaited = action({
  args: {},
  handler: async (ctx) => {
    await ctx.runQuery(internal.notes.count, {}).then((count) => console.log(count));
  },
});

export const catchAndForget = action({
  args: {},
  handler: async (ctx) => {
    ctx.runMutation(internal.notes.add, { text: "a" }).catch(() => undefined); // expect: dangling-promise
  },
});

export const catchAndWait = action({
  args: {},
  handler: async (ctx) => {
    await ctx.runMutation(internal.notes.addOrFail, { text: "a" }).catch(() => undefined);
  },
});

export const fetchNotAwaited = action({
  args: {},
  handler: async () => {
    fetch("https://slow.example/ping"); // expect: dangling-promise
  },
});

export const fetchAwaited = action({
  args: {},
  handler: async () => {
    const response = await fetch("https://fast.example/ping");
    return await response.text();
  },
});

export const returnedWithoutAwait = action({
  args: {},
  handler: (ctx): Promise<null> => ctx.runMutation(internal.notes.add, { text: "a" }),
});

export const returnedFromAsync = action({
  args: {},
  handler: async (ctx): Promise<null> => {
    return ctx.runMutation(internal.notes.add, { text: "a" });
  },
});
