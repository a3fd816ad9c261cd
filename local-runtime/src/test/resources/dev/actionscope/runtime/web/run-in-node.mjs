// node run-in-node.mjs FILE.cases : one line of JSON with what each case gives in Node, null for Convex's own cases
import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { readFileSync } from "node:fs";

Object.assign(globalThis, { AsyncLocalStorage, AsyncResource });
const keepAlive = setInterval(() => {}, 1000);
const results = [];
for (const block of readFileSync(process.argv[2], "utf8").split(/^### /m).slice(1)) {
  const [title, ...lines] = block.split("\n");
  const body = lines.slice(0, lines.findIndex((line) => line.startsWith("=> "))).join("\n");
  if (title.endsWith("[convex]")) {
    results.push(null);
    continue;
  }
  try {
    results.push(JSON.stringify(await (0, eval)(`(async () => {${body}\n})`)()) ?? "undefined");
  } catch (error) {
    results.push(`throws ${error?.name}: ${error?.message}`);
  }
}
console.log(JSON.stringify(results));
clearInterval(keepAlive);
process.exit(0);
