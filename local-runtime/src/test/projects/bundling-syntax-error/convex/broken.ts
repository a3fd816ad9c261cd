import { query } from "./_generated/server";

export const broken = query({
  args: {},
  handler: async () => {
    const text = "é👋"; return text +;
  },
});
