import { readFileSync } from "fs";
import { action } from "./_generated/server";

export const read = action({ args: {}, handler: async () => readFileSync("x", "utf8") });
