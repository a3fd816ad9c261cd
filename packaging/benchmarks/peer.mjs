// Measures the peers: the functions of project/convex under convex-test and vitest, and their computations in Node.js.
//
// usage: node peer.mjs [--json] [--rows 600,100000] [--seconds 3] [--cpu 2000000] [--records 20000]
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { cpuBound, jsonBound } from "./project/convex/work.js";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rows: { type: "string", default: "600,100000" },
    seconds: { type: "string", default: "3" },
    cpu: { type: "string", default: "2000000" },
    records: { type: "string", default: "20000" },
  },
});
const settings = {
  rows: options.rows.split(",").map(Number),
  seconds: Number(options.seconds),
  cpuSize: Number(options.cpu),
  jsonSize: Number(options.records),
};

function medianMillis(work, size) {
  const all = Array.from({ length: 9 }, () => {
    const start = performance.now();
    work(size);
    return performance.now() - start;
  });
  return all.sort((a, b) => a - b)[4];
}

function version(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
}

function underConvexTest() {
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "--disable-console-intercept"],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, PEER_SETTINGS: JSON.stringify(settings) },
      encoding: "utf8",
    },
  );
  const line = run.stdout.split("\n").find((text) => text.startsWith("PEER_RESULT "));
  if (line === undefined) {
    throw new Error(`vitest did not measure anything:\n${run.stdout}\n${run.stderr}`);
  }
  return { ...JSON.parse(line.slice("PEER_RESULT ".length)), processMillis: performance.now() - start };
}

const report = {
  machine: { cpu: os.cpus()[0].model, cores: os.cpus().length, os: `${os.type()} ${os.release()}` },
  versions: {
    node: process.version,
    convex: version("convex"),
    convexTest: version("convex-test"),
    vitest: version("vitest"),
  },
  settings,
  node: { cpuMillis: medianMillis(cpuBound, settings.cpuSize), jsonMillis: medianMillis(jsonBound, settings.jsonSize) },
  convexTest: underConvexTest(),
};

if (options.json) {
  console.log(JSON.stringify(report));
} else {
  for (const { rows, noop, queryFetchMutation } of report.convexTest.results) {
    console.log(
      `convex-test, ${rows} rows: no-op ${noop.perSecond.toFixed(0)}/s, ` +
        `query + fetch + mutation ${queryFetchMutation.perSecond.toFixed(1)}/s`,
    );
  }
  console.log(
    `convex-test: computing ${report.convexTest.cpuMillis.toFixed(1)} ms, JSON ${report.convexTest.jsonMillis.toFixed(1)} ms`,
  );
  console.log(
    `node:        computing ${report.node.cpuMillis.toFixed(1)} ms, JSON ${report.node.jsonMillis.toFixed(1)} ms`,
  );
}
