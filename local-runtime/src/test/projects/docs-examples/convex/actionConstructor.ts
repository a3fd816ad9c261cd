// "The action constructor"
import { action } from "./_generated/server";

export const doSomething = action({
  args: {},
  handler: () => {
    return "success";
  },
});
