// Runs the functions of project/convex under convex-test and writes what it measured to PEER_RESULT.
import { convexTest } from "convex-test";
import { expect, test, vi } from "vitest";
import { api, internal } from "./project/convex/_generated/api.js";
import schema from "./project/convex/schema.ts";

const modules = import.meta.glob("./project/convex/**/*.{ts,js}");
const settings = JSON.parse(import.meta.env.PEER_SETTINGS);

/** Calls one after the other, first to warm up, then until the time is over. */
async function perSecond(call, seconds) {
  const warm = performance.now() + seconds * 250;
  for (let i = 0; performance.now() < warm; i++) {
    await call(i);
  }
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < seconds * 1000) {
    await call(calls++);
  }
  return { calls, perSecond: (calls * 1000) / (performance.now() - start) };
}

async function millis(call, times) {
  const all = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await call();
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b)[Math.floor(times / 2)];
}

test("actions per second under convex-test", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ price: 42 }));
  const results = [];
  for (const rows of settings.rows) {
    const t = convexTest(schema, modules);
    const seeding = performance.now();
    for (let from = 0; from < rows; from += 1000) {
      await t.mutation(internal.bench.seed, { from, to: Math.min(rows, from + 1000) });
    }
    const seedMillis = performance.now() - seeding;
    expect(await t.action(api.bench.queryFetchMutation, { key: "k0" })).toBe(42);
    const noop = await perSecond(() => t.action(api.bench.noop, {}), settings.seconds);
    const one = await perSecond(
      (i) => t.action(api.bench.queryFetchMutation, { key: `k${(i * 7919) % rows}` }),
      settings.seconds,
    );
    results.push({ rows, seedMillis, noop, queryFetchMutation: one });
  }
  const t = convexTest(schema, modules);
  const cpuMillis = await millis(() => t.action(api.bench.cpu, { size: settings.cpuSize }), 5);
  const jsonMillis = await millis(() => t.action(api.bench.json, { size: settings.jsonSize }), 5);
  console.log(`PEER_RESULT ${JSON.stringify({ results, cpuMillis, jsonMillis })}`);
});
