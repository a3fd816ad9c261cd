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
import type * as actionArguments from "../actionArguments.js";
import type * as actionConstructor from "../actionConstructor.js";
import type * as actionContext from "../actionContext.js";
import type * as callingFromClients from "../callingFromClients.js";
import type * as circular from "../circular.js";
import type * as circularResultType from "../circularResultType.js";
import type * as circularReturnType from "../circularReturnType.js";
import type * as consistentReads from "../consistentReads.js";
import type * as convexRuntime from "../convexRuntime.js";
import type * as myAction from "../myAction.js";
import type * as myMutations from "../myMutations.js";
import type * as readingData from "../readingData.js";
import type * as writingData from "../writingData.js";

/**
 * A utility for referencing Convex functions in your app's API.
 *
 * Usage:
 * ```js
 * const myFunctionReference = api.myModule.myFunction;
 * ```
 */
declare const fullApi: ApiFromModules<{
  actionArguments: typeof actionArguments;
  actionConstructor: typeof actionConstructor;
  actionContext: typeof actionContext;
  callingFromClients: typeof callingFromClients;
  circular: typeof circular;
  circularResultType: typeof circularResultType;
  circularReturnType: typeof circularReturnType;
  consistentReads: typeof consistentReads;
  convexRuntime: typeof convexRuntime;
  myAction: typeof myAction;
  myMutations: typeof myMutations;
  readingData: typeof readingData;
  writingData: typeof writingData;
}>;
export declare const api: FilterApi<
  typeof fullApi,
  FunctionReference<any, "public">
>;
export declare const internal: FilterApi<
  typeof fullApi,
  FunctionReference<any, "internal">
>;
