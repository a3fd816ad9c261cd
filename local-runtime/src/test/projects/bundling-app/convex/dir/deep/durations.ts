import ms from "ms";
import { AsyncLocalStorage } from "node:async_hooks";
import "server-only";
import { action } from "../../_generated/server.js";
import { shout } from "../../lib/text";

const storage = new AsyncLocalStorage<string>();

export const parse = action({
  args: {},
  handler: async () => storage.run("week", () => shout(`${ms("7d")}`)),
});
