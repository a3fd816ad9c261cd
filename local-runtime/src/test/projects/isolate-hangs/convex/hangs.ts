import { actionGeneric as action } from "convex/server";

while (Date.now() > 0) {}

export const late = action({ args: {}, handler: async () => null });
