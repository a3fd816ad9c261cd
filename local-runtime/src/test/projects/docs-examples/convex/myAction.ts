"use node";

// "Choosing the runtime": Node.js
import { action } from "./_generated/server";
import SomeNpmPackage from "some-npm-package";

export const doSomething = action({
  args: {},
  handler: () => {
    return SomeNpmPackage.platform();
  },
});
