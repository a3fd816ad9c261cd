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
import type * as collections from "../collections.js";
import type * as control from "../control.js";
import type * as dropped from "../dropped.js";
import type * as helpers from "../helpers.js";
import type * as model_notebook from "../model/notebook.js";
import type * as notes from "../notes.js";
import type * as races from "../races.js";
import type * as services from "../services.js";
import type * as timers from "../timers.js";

/**
 * A utility for referencing Convex functions in your app's API.
 *
 * Usage:
 * ```js
 * const myFunctionReference = api.myModule.myFunction;
 * ```
 */
declare const fullApi: ApiFromModules<{
  collections: typeof collections;
  control: typeof control;
  dropped: typeof dropped;
  helpers: typeof helpers;
  "model/notebook": typeof model_notebook;
  notes: typeof notes;
  races: typeof races;
  services: typeof services;
  timers: typeof timers;
}>;
export declare const api: FilterApi<
  typeof fullApi,
  FunctionReference<any, "public">
>;
export declare const internal: FilterApi<
  typeof fullApi,
  FunctionReference<any, "internal">
>;
