// What Convex's own runtime has not.
"use node";
import { readFile } from "node:fs/promises";
import { action } from "./_generated/server";
import { shout } from "./lib/text";

export const read = action({
  args: {},
  handler: async () => shout(await readFile("/etc/hostname", "utf8")),
});
