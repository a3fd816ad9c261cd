// Builds every script of the web platform: node build.mjs OUTPUT_FOLDER
//
// Each becomes one file whose completion value is a function (platform) => exports. A script reaches the others
// through platform.use(name), so that touching one global evaluates only what that global needs.
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2];
if (!output) {
  console.error("usage: node build.mjs OUTPUT_FOLDER");
  process.exit(2);
}

const scripts = [
  "async-context", "clone", "crypto", "events", "fetch", "idna", "performance", "streams", "text", "url",
];

await mkdir(output, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: scripts.map((name) => `src/${name}.js`),
  outdir: output,
  bundle: true,
  format: "iife",
  globalName: "exported",
  banner: { js: "(function (platform) {" },
  footer: { js: "return exported; })" },
  target: "es2024",
  charset: "utf8",
  keepNames: true,
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
});

const libraries = ["tr46", "punycode", "web-streams-polyfill"];
const licences = await Promise.all(libraries.map(async (name) => {
  const folder = join(here, "node_modules", name);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const file of ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENSE-MIT.txt"]) {
    const text = await readFile(join(folder, file), "utf8").catch(() => null);
    if (text) return `${name} ${version}\n\n${text.trim()}\n`;
  }
  throw new Error(`no licence text in ${folder}`);
}));
await writeFile(join(output, "THIRD-PARTY-LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
