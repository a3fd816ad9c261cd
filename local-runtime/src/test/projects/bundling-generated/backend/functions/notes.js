import { api } from "./_generated/api";
import { query } from "./_generated/server";

export const first = query({ handler: async (ctx) => ctx.runQuery(api.notes.first, {}) });
