// "Choosing the runtime": Convex's own
import { action } from "./_generated/server";

export const doSomething = action({
  args: {},
  handler: async () => {
    const data = await fetch("https://api.thirdpartyservice.com");
    console.log(data.status, await data.text());
  },
});
