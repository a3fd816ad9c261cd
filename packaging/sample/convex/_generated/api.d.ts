/* eslint-disable */
/**
 * Generated `api` utility.
 *
 * THIS CODE IS AUTOMATICALLY GENERATED.
 *
 * To regenerate, run `npx convex dev`.
 * @module
 */

import type {
  ApiFromModules,
  FilterApi,
  FunctionReference,
} from "convex/server";
import type * as crons from "../crons.js";
import type * as customers from "../customers.js";
import type * as emails from "../emails.js";
import type * as http from "../http.js";
import type * as invoices from "../invoices.js";
import type * as model_prices from "../model/prices.js";
import type * as model_services from "../model/services.js";
import type * as orders from "../orders.js";
import type * as payments from "../payments.js";
import type * as reports from "../reports.js";
import type * as shipping from "../shipping.js";
import type * as signing from "../signing.js";

/**
 * A utility for referencing Convex functions in your app's API.
 *
 * Usage:
 * ```js
 * const myFunctionReference = api.myModule.myFunction;
 * ```
 */
declare const fullApi: ApiFromModules<{
  crons: typeof crons;
  customers: typeof customers;
  emails: typeof emails;
  http: typeof http;
  invoices: typeof invoices;
  "model/prices": typeof model_prices;
  "model/services": typeof model_services;
  orders: typeof orders;
  payments: typeof payments;
  reports: typeof reports;
  shipping: typeof shipping;
  signing: typeof signing;
}>;
export declare const api: FilterApi<
  typeof fullApi,
  FunctionReference<any, "public">
>;
export declare const internal: FilterApi<
  typeof fullApi,
  FunctionReference<any, "internal">
>;
