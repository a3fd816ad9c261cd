import { actionGeneric as action } from "convex/server";

setTimeout(() => {}, 1);

export const late = action({ args: {}, handler: async () => null });
