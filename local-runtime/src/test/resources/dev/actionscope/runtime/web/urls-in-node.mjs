// node urls-in-node.mjs FILE : what Node makes of a JSON array of [url, base, part, value]; null for no URL
import { readFileSync } from "node:fs";

const parts = ["href", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash", "origin"];
const results = JSON.parse(readFileSync(process.argv[2], "utf8")).map(([input, base, part, value]) => {
  let url;
  try {
    url = new URL(input, base);
  } catch {
    return null;
  }
  const before = parts.map((name) => url[name]);
  url[part] = value;
  return [...before, url.href];
});
console.log(JSON.stringify(results));
