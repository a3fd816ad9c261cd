"use node";
/** Runs in Node.js, for what only Node has. Shows: "Choosing the runtime" ("use node"). */
import { createHash } from "node:crypto";
import { v } from "convex/values";
import { internalAction } from "./_generated/server";

/** A fingerprint of an invoice's text. */
export const fingerprint = internalAction({
  args: { text: v.string() },
  returns: v.string(),
  handler: async (_ctx, args) => {
    return createHash("sha256").update(args.text).digest("hex");
  },
});
