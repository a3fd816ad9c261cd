// One promise for each element.
import { internal } from "./_generated/api";
import { action } from "./_generated/server";

const texts = ["a", "b", "c"];

export const forEachAsync = action({
  args: {},
  handler: async (ctx) => {
    texts.forEach(async (text) => { // expect: dangling-promise
      await ctx.runMutation(internal.notes.add, { text });
    });
  },
});

export const forOfAwaited = action({
  args: {},
  handler: async (ctx) => {
    for (const text of texts) {
      await ctx.runMutation(internal.notes.add, { text });
    }
  },
});

export const mapWithoutAll = action({
  args: {},
  handler: async (ctx) => {
    texts.map((text) => ctx.runMutation(internal.notes.add, { text })); // expect: dangling-promise
  },
});

export const mapKeptButNeverAwaited = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const added = texts.map((text) => ctx.runMutation(internal.notes.add, { text })); // expect: dangling-promise
    return added.length;
  },
});

export const mapWithAll = action({
  args: {},
  handler: async (ctx) => {
    await Promise.all(texts.map((text) => ctx.runMutation(internal.notes.add, { text })));
  },
});

export const mapWithAllSettled = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    const results = await Promise.allSettled(
      texts.map(async (text) => await ctx.runMutation(internal.notes.addOrFail, { text })),
    );
    return results.filter((result) => result.status === "rejected").length;
  },
});

export const allNotAwaited = action({
  args: {},
  handler: async (ctx) => {
    Promise.all(texts.map((text) => ctx.runMutation(internal.notes.add, { text }))); // expect: dangling-promise
  },
});

export const pushedAndAwaited = action({
  args: {},
  handler: async (ctx) => {
    const added: Promise<null>[] = [];
    for (const text of texts) {
      added.push(ctx.runMutation(internal.notes.add, { text }));
    }
    await Promise.all(added);
  },
});

export const reducedToOneChain = action({
  args: {},
  handler: async (ctx) => {
    await texts.reduce<Promise<unknown>>(
      (before, text) => before.then(() => ctx.runMutation(internal.notes.add, { text })),
      Promise.resolve(),
    );
  },
});

async function* counts(ask: () => Promise<number>) {
  for (let i = 0; i < 3; i++) {
    yield await ask();
  }
}

export const forAwait = action({
  args: {},
  handler: async (ctx): Promise<number> => {
    let sum = 0;
    for await (const count of counts(() => ctx.runQuery(internal.notes.count, {}))) {
      sum += count;
    }
    return sum;
  },
});

export const allFailsEarly = action({
  args: {},
  handler: async (ctx) => {
    try {
      await Promise.all([
        ctx.runMutation(internal.notes.addOrFail, { text: "a" }),
        fetch("https://slow.example/"), // expect-run: dangling-promise
      ]);
    } catch (error) {
      console.log("one of them failed");
    }
  },
});
