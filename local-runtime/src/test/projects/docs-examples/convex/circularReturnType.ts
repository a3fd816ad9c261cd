// "Dealing with circular type inference": option 1
import { api } from "./_generated/api";
import { action, query } from "./_generated/server";

export const myAction = action({
  args: {},
  handler: async (ctx): Promise<null> => {
    const result = await ctx.runQuery(api.circularReturnType.getSomething); // expect: public-function-call
    return result;
  },
});

export const getSomething = query({
  args: {},
  handler: () => {
    return null;
  },
});
