/** Payments. Shows: "Error handling", "Choosing the runtime", "Action context" (auth, scheduler). */
import { ConvexError, v } from "convex/values";
import { internal } from "./_generated/api";
import { Id } from "./_generated/dataModel";
import { action, internalMutation } from "./_generated/server";
import { charge, refund, sendMail } from "./model/services";

/**
 * Bad: the mail goes out first. When the payment then fails (the stubs answer 500 for this card), the action fails,
 * nothing is retried, and the customer holds a receipt for money that was never taken.
 *
 * Arguments: {"email": "bob@example.com", "amountCents": 4900, "card": "card_broken"}
 */
export const collectThenFail = action({
  args: { email: v.string(), amountCents: v.number(), card: v.string() },
  handler: async (ctx, args) => {
    await sendMail(args.email, "Receipt", `We charged ${args.amountCents} cents.`);
    const payment = await charge(args.amountCents, args.card, `${args.email}-${args.amountCents}`);
    await ctx.runMutation(internal.payments.record, { email: args.email, chargeId: payment.id });
  },
});

/**
 * Bad: the money is taken, and then the mutation that should write it down throws: half done, and not retried.
 *
 * Arguments: {"email": "ada@example.com", "amountCents": 1200, "card": "card_visa"}
 */
export const chargeThenThrow = action({
  args: { email: v.string(), amountCents: v.number(), card: v.string() },
  handler: async (ctx, args) => {
    const payment = await charge(args.amountCents, args.card, `${args.email}-${args.amountCents}`);
    await ctx.runMutation(internal.payments.record, { email: args.email, chargeId: payment.id, reject: true });
  },
});

/**
 * Good: first the money, with a key that makes a second try harmless; a refusal is an answer, not a crash; the mail
 * comes last and by the scheduler.
 *
 * Arguments: {"email": "bob@example.com", "amountCents": 4900, "card": "card_broken"}
 */
export const collect = action({
  args: { email: v.string(), amountCents: v.number(), card: v.string() },
  returns: v.object({ paid: v.boolean(), reason: v.union(v.string(), v.null()) }),
  handler: async (ctx, args) => {
    let chargeId: string;
    try {
      const payment = await charge(args.amountCents, args.card, `${args.email}-${args.amountCents}`);
      chargeId = payment.id;
    } catch (error) {
      return { paid: false, reason: String(error) };
    }
    await ctx.runMutation(internal.payments.record, { email: args.email, chargeId });
    return { paid: true, reason: null };
  },
});

/**
 * Good: only who is signed in may ask for money back. Identity flows on into the mutation by itself.
 *
 * Shows: "Action context" (auth, scheduler).
 *
 * Arguments: {"chargeId": "ch_1001"}
 * Identity: {"subject": "ada", "issuer": "https://auth.example", "email": "ada@example.com"}
 */
export const refundMine = action({
  args: { chargeId: v.string() },
  returns: v.id("_scheduled_functions"),
  handler: async (ctx, args): Promise<Id<"_scheduled_functions">> => {
    const identity = await ctx.auth.getUserIdentity();
    if (identity === null || identity.email === undefined) {
      throw new ConvexError({ code: "SIGNED_OUT", text: "Sign in to ask for a refund." });
    }
    await refund(args.chargeId);
    return await ctx.scheduler.runAfter(1000, internal.emails.queue, {
      to: identity.email,
      subject: `Refund of ${args.chargeId}`,
    });
  },
});

/** Writes down that money came in, and queues the receipt. */
export const record = internalMutation({
  args: { email: v.string(), chargeId: v.string(), reject: v.optional(v.boolean()) },
  returns: v.null(),
  handler: async (ctx, args) => {
    if (args.reject) {
      throw new Error("The books are closed for today.");
    }
    const emailId = await ctx.db.insert("emails", {
      to: args.email,
      subject: `Receipt for ${args.chargeId}`,
      status: "queued",
    });
    await ctx.scheduler.runAfter(0, internal.emails.send, { emailId });
    return null;
  },
});
