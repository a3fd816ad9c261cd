// "Dealing with circular type inference": the problem
import { api } from "./_generated/api";
import { action, query } from "./_generated/server";

// TypeScript reports an error on `myAction`
export const myAction = action({ // expect: implicit-any-cycle
  args: {},
  handler: async (ctx) => {
    return await ctx.runQuery(api.circular.getSomething); // expect: public-function-call
  },
});

export const getSomething = query({
  args: {},
  handler: () => {
    return null;
  },
});
