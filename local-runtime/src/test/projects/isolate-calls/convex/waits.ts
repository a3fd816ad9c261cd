import { actionGeneric as action } from "convex/server";

const settings = await Promise.resolve({ a: 1 });

export const uses = action({ args: {}, handler: async () => settings.a });
