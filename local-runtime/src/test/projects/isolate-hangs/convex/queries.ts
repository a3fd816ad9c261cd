import { actionGeneric as action } from "convex/server";

declare const Convex: any;
Convex.syscall("1.0/queryStream", JSON.stringify({ query: {} }));

export const late = action({ args: {}, handler: async () => null });
