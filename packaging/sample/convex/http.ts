/** What the payment service calls. */
import { httpRouter } from "convex/server";
import { internal } from "./_generated/api";
import { httpAction } from "./_generated/server";

const http = httpRouter();

http.route({
  path: "/paybox/webhook",
  method: "POST",
  handler: httpAction(async (ctx, request) => {
    const event: { type: string; email: string; chargeId: string } = await request.json();
    if (event.type !== "charge.succeeded") {
      return new Response("ignored", { status: 202 });
    }
    await ctx.runMutation(internal.payments.record, { email: event.email, chargeId: event.chargeId });
    return new Response("ok");
  }),
});

export default http;
