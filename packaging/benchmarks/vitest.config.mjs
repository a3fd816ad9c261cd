import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "edge-runtime",
    include: ["peer.bench-test.mjs"],
    testTimeout: 600_000,
    server: { deps: { inline: ["convex-test"] } },
  },
});
