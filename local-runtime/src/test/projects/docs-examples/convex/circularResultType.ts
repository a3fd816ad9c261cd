// "Dealing with circular type inference": option 2
import { api } from "./_generated/api";
import { action, query } from "./_generated/server";

export const myAction = action({
  args: {},
  handler: async (ctx) => {
    const result: null = await ctx.runQuery(api.circularResultType.getSomething); // expect: public-function-call
    return result;
  },
});

export const getSomething = query({
  args: {},
  handler: () => {
    return null;
  },
});
