// Work that helpers begin.
import { internal } from "./_generated/api";
import { action, ActionCtx } from "./_generated/server";
import { save, Notebook, openNotebook } from "./model/notebook";

async function remember(ctx: ActionCtx, text: string) {
  await ctx.runMutation(internal.notes.add, { text });
}

async function rememberTwice(ctx: ActionCtx, text: string) {
  await remember(ctx, text);
  await remember(ctx, text);
}

export const helperNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    remember(ctx, "a"); // expect: dangling-promise
  },
});

export const helperAwaited = action({
  args: {},
  handler: async (ctx) => {
    await remember(ctx, "a");
  },
});

export const nestedHelperNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    rememberTwice(ctx, "a"); // expect: dangling-promise
  },
});

export const nestedHelperAwaited = action({
  args: {},
  handler: async (ctx) => {
    await rememberTwice(ctx, "a");
  },
});

export const importedHelperNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    save(ctx, "a"); // expect: dangling-promise
  },
});

export const importedHelperReturned = action({
  args: {},
  handler: (ctx): Promise<null> => save(ctx, "a"),
});

export const methodNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    const notebook = new Notebook(ctx);
    notebook.write("a"); // expect: dangling-promise
  },
});

export const methodAwaited = action({
  args: {},
  handler: async (ctx) => {
    const notebook = new Notebook(ctx);
    notebook.title("mine");
    await notebook.write("a");
  },
});

export const factoryMethodNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    const notebook = openNotebook(ctx);
    notebook.write("a"); // expect: dangling-promise
  },
});

export const factoryMethodAwaited = action({
  args: {},
  handler: async (ctx) => {
    const notebook = openNotebook(ctx);
    await notebook.write("a");
  },
});

async function settle<T>(work: Promise<T>): Promise<T> {
  return await work;
}

export const awaitedInAHelper = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    return await settle(ctx.runQuery(internal.notes.count, {}));
  },
});

async function begin(ctx: ActionCtx) {
  ctx.runMutation(internal.notes.add, { text: "a" }); // expect: dangling-promise in helpers:droppedInsideAHelper
  return "begun";
}

export const droppedInsideAHelper = action({
  args: {},
  handler: async (ctx) => {
    return await begin(ctx);
  },
});

function both(ctx: ActionCtx): readonly [Promise<number>, Promise<number>] {
  return [ctx.runQuery(internal.notes.count, {}), ctx.runQuery(internal.notes.count, {})];
}

export const returnedTogetherAndAwaited = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const [first, second] = both(ctx);
    return (await first) + (await second);
  },
});
