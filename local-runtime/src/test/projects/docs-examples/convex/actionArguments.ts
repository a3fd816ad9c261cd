// "Action arguments and responses"
import { action } from "./_generated/server";
import { v } from "convex/values";

export const doSomething = action({
  args: { a: v.number(), b: v.number() },
  handler: (_, args) => {
    console.log(args.a + args.b);
    return "success";
  },
});
