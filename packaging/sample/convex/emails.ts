/** The outbox. Shows: "Dangling promises", in several shapes, each with its good twin. */
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { Id } from "./_generated/dataModel";
import { action, ActionCtx, internalAction, internalMutation, internalQuery } from "./_generated/server";
import { sendMail } from "./model/services";

/** Sends one queued mail; scheduled by the mutation that queued it. */
export const send = internalAction({
  args: { emailId: v.id("emails") },
  returns: v.null(),
  handler: async (ctx, args) => {
    const email = await ctx.runQuery(internal.emails.get, { emailId: args.emailId });
    if (email === null || email.status === "sent") {
      return null;
    }
    await sendMail(email.to, email.subject, "Thank you.");
    await ctx.runMutation(internal.emails.mark, { emailId: args.emailId, status: "sent" });
    return null;
  },
});

/**
 * Bad: `forEach` drops the promise of every callback.
 *
 * Arguments: {"to": ["ada@example.com", "bob@example.com"], "subject": "Sale"}
 */
export const announceForEach = action({
  args: { to: v.array(v.string()), subject: v.string() },
  handler: async (_ctx, args) => {
    // ✗ dangling-promise
    args.to.forEach(async (to) => {
      await sendMail(to, args.subject, "Everything must go.");
    });
    return args.to.length;
  },
});

/**
 * Bad: `map` makes the promises, and nobody collects them.
 *
 * Arguments: {"to": ["ada@example.com", "bob@example.com"], "subject": "Sale"}
 */
export const announceMap = action({
  args: { to: v.array(v.string()), subject: v.string() },
  handler: async (_ctx, args) => {
    // ✗ dangling-promise
    args.to.map((to) => sendMail(to, args.subject, "Everything must go."));
    return args.to.length;
  },
});

/**
 * Good: all at once, and all awaited.
 *
 * Arguments: {"to": ["ada@example.com", "bob@example.com"], "subject": "Sale"}
 */
export const announce = action({
  args: { to: v.array(v.string()), subject: v.string() },
  returns: v.number(),
  handler: async (_ctx, args) => {
    const sent = await Promise.all(args.to.map((to) => sendMail(to, args.subject, "Everything must go.")));
    return sent.length;
  },
});

async function queueOne(ctx: ActionCtx, to: string, subject: string): Promise<Id<"emails">> {
  return await ctx.runMutation(internal.emails.queue, { to, subject });
}

/**
 * Bad: the mutation is begun and left behind, through a helper; the timer never fires.
 *
 * Arguments: {"to": "ada@example.com"}
 */
export const queueCarelessly = action({
  args: { to: v.string() },
  handler: async (ctx, args) => {
    // ✗ dangling-promise
    queueOne(ctx, args.to, "Hello");
    // ✗ dangling-promise
    setTimeout(() => {
      void queueOne(ctx, args.to, "Are you still there?");
    }, 5000);
    return "queued";
  },
});

/**
 * Good: the mutation is awaited, and later is the scheduler's job.
 *
 * Arguments: {"to": "ada@example.com"}
 */
export const queueCarefully = action({
  args: { to: v.string() },
  returns: v.string(),
  handler: async (ctx, args) => {
    await queueOne(ctx, args.to, "Hello");
    await ctx.scheduler.runAfter(5000, internal.emails.queue, { to: args.to, subject: "Are you still there?" });
    return "queued";
  },
});

/**
 * Bad: the slower of the two goes on when the race is over.
 *
 * Arguments: {"to": "ada@example.com"}
 */
export const sendOrGiveUp = action({
  args: { to: v.string() },
  handler: async (_ctx, args) => {
    const winner = await Promise.race([
      sendMail(args.to, "Hurry", "Two minutes left.").then(() => "sent"),
      // ✗ dangling-promise
      new Promise<string>((resolve) => setTimeout(() => resolve("gave up"), 10_000)),
    ]);
    return winner;
  },
});

/**
 * Good: the loser is told to stop.
 *
 * Arguments: {"to": "ada@example.com"}
 */
export const sendOrStop = action({
  args: { to: v.string() },
  returns: v.string(),
  handler: async (_ctx, args) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await Promise.race([
        sendMail(args.to, "Hurry", "Two minutes left.").then(() => "sent"),
        new Promise<string>((resolve) => {
          timer = setTimeout(() => resolve("gave up"), 10_000);
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
  },
});

/** Called by the cron job: one query, then one mutation for the whole batch. */
export const retryFailed = internalAction({
  args: {},
  returns: v.number(),
  handler: async (ctx): Promise<number> => {
    const failed = await ctx.runQuery(internal.emails.withStatus, { status: "failed" });
    if (failed.length === 0) {
      return 0;
    }
    await Promise.all(failed.map((email) => sendMail(email.to, email.subject, "Thank you.")));
    await ctx.runMutation(internal.emails.markAll, { emailIds: failed.map((email) => email._id), status: "sent" });
    return failed.length;
  },
});

const status = v.union(v.literal("queued"), v.literal("sent"), v.literal("failed"));

/** One mail. */
export const get = internalQuery({
  args: { emailId: v.id("emails") },
  handler: async (ctx, args) => await ctx.db.get(args.emailId),
});

/** The mails of a status. */
export const withStatus = internalQuery({
  args: { status },
  handler: async (ctx, args) =>
    await ctx.db
      .query("emails")
      .withIndex("by_status", (q) => q.eq("status", args.status))
      .take(100),
});

/** Puts a mail in the outbox. */
export const queue = internalMutation({
  args: { to: v.string(), subject: v.string() },
  returns: v.id("emails"),
  handler: async (ctx, args) => await ctx.db.insert("emails", { to: args.to, subject: args.subject, status: "queued" }),
});

/** Writes down what became of a mail. */
export const mark = internalMutation({
  args: { emailId: v.id("emails"), status },
  returns: v.null(),
  handler: async (ctx, args) => {
    await ctx.db.patch(args.emailId, { status: args.status });
    return null;
  },
});

/** The same for many, in one transaction. */
export const markAll = internalMutation({
  args: { emailIds: v.array(v.id("emails")), status },
  returns: v.null(),
  handler: async (ctx, args) => {
    for (const emailId of args.emailIds) {
      await ctx.db.patch(emailId, { status: args.status });
    }
    return null;
  },
});
