import { action } from "./_generated/server";
import Stripe from "@stripe/stripe-js/pure";
import { nothing } from "./nothing";

export const pay = action({ args: {}, handler: async () => [Stripe, nothing] });
