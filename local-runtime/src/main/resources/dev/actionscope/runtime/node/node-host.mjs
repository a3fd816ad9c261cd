// Runs one Convex function in Node. Speaks JSON lines: the host's on standard input, ours on standard output.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { createInterface } from "node:readline";
import { inspect } from "node:util";
import path from "node:path";

const write = process.stdout.write.bind(process.stdout);
const send = (message) => write(JSON.stringify(message) + "\n");
const realTimeout = globalThis.setTimeout;
const pending = new Map();
let lastId = 0;
let ended = false;

Error.stackTraceLimit = 50;

function stack() {
  return new Error("here").stack ?? "";
}

/** Asks the host for something that ends later. */
function begin(message, at) {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject, op: message.op });
    send({ type: "begin", id, stack: at, ...message });
  });
}

function convexError(failure) {
  const error = new Error(failure.message);
  if (failure.data !== undefined) error.data = failure.data;
  return error;
}

globalThis.Convex = {
  syscall(name, args) {
    if (name === "1.0/componentArgument") return "{}";
    throw new Error(`Unknown operation ${name.slice(4)}`);
  },
  asyncSyscall(name, args) {
    return begin({ op: "syscall", name, args: JSON.parse(args) }, stack()).then((value) => JSON.stringify(value));
  },
  async jsSyscall(name, args) {
    if (name === "storage/storeBlob") {
      const bytes = Buffer.from(await args.blob.arrayBuffer()).toString("base64");
      return begin({ op: "storeBlob", bytes, contentType: args.blob.type || null, sha256: args.options?.sha256 ?? null }, stack());
    }
    if (name === "storage/getBlob") {
      const answer = await begin({ op: "getBlob", storageId: args.storageId }, stack());
      return answer === null ? null : new Blob([Buffer.from(answer.bytes, "base64")], { type: answer.contentType ?? "" });
    }
    throw new Error(`Unknown JS syscall: ${name}`);
  },
};

// fetch goes through the host, so that stubs answer it and the trace shows it
globalThis.fetch = async function fetch(input, init) {
  const at = stack();
  const request = new Request(input, init);
  const body = request.body === null ? null : Buffer.from(await request.arrayBuffer()).toString("base64");
  let url = request.url;
  let method = request.method;
  let sent = body;
  for (let hops = 0; ; hops++) {
    if (hops > 20) throw new TypeError("fetch too many redirects");
    const head = await begin({ op: "fetch", url, method, headers: [...request.headers], body: sent }, at);
    const location = head.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
    if (location && [301, 302, 303, 307, 308].includes(head.status) && request.redirect === "follow") {
      url = new URL(location, url).href;
      if (head.status === 303 || (head.status < 303 && method === "POST")) {
        method = "GET";
        sent = null;
      }
      continue;
    }
    const bodyless = [101, 204, 205, 304].includes(head.status);
    const stream = new ReadableStream({
      async pull(controller) {
        const chunk = await begin({ op: "readBody", bodyId: head.bodyId }, at);
        if (chunk === null) controller.close();
        else controller.enqueue(new Uint8Array(Buffer.from(chunk, "base64")));
      },
    }, { highWaterMark: 0 });
    const response = new Response(bodyless ? null : stream, { status: head.status, statusText: head.statusText, headers: head.headers });
    Object.defineProperty(response, "url", { value: head.url });
    return response;
  }
};

for (const level of ["debug", "log", "info", "warn", "error"]) {
  console[level] = (...args) => log(level, args);
}
console.trace = (...args) => log("log", ["Trace:", ...args]);

function log(level, args) {
  const text = args.map((arg) => (typeof arg === "string" ? `'${arg}'` : inspect(arg))).join(" ");
  send({ type: "log", level, text, stack: stack() });
}

process.stdout.write = (chunk) => (log("log", [String(chunk)]), true);

function describe(error) {
  if (error instanceof Error) {
    const isConvex = error[Symbol.for("ConvexError")] === true;
    return { name: error.name, message: error.message, stack: error.stack ?? "", data: isConvex ? error.data : undefined };
  }
  return { name: "", message: String(error), stack: "" };
}

function finish(message) {
  if (ended) return;
  ended = true;
  write(JSON.stringify({ ...message, unfinished: [...pending.keys()], memory: process.memoryUsage() }) + "\n");
}

process.on("unhandledRejection", (error) => finish({ type: "threw", ...describe(error) }));
process.on("uncaughtException", (error) => finish({ type: "threw", ...describe(error) }));

async function load(root, module) {
  const file = path.join(root, module);
  globalThis.require = createRequire(file);
  globalThis.__dirname = path.dirname(file);
  globalThis.exports = {};
  globalThis.module = { exports: globalThis.exports };
  return import(pathToFileURL(file).href);
}

async function run({ root, module, name, kind, args, requestId, env }) {
  for (const key of Object.keys(process.env)) if (!["PATH", "PWD", "LANG", "TZ"].includes(key)) delete process.env[key];
  Object.assign(process.env, env);
  try {
    const exported = (await load(root, module))[name];
    if (exported === undefined) {
      return finish({ type: "threw", name: "", message: `Couldn't find "${name}" in module "${module}".`, stack: "" });
    }
    if (!exported.isAction) {
      return finish({ type: "threw", name: "", message: `\`${name}\` defined in "${module}" is not an action. Only actions can be defined in Node.js. See https://docs.convex.dev/functions/actions for more details.`, stack: "" });
    }
    finish({ type: "returned", value: await exported.invokeAction(requestId, args) });
  } catch (error) {
    finish({ type: "threw", ...describe(error) });
  }
}

async function analyze({ root, modules, env }) {
  Object.assign(process.env, env);
  const found = [];
  const failures = [];
  for (const module of modules) {
    try {
      const namespace = await load(root, module);
      for (const [name, exported] of Object.entries(namespace)) {
        if (typeof exported !== "function") continue;
        const kind = exported.isQuery ? "query" : exported.isMutation ? "mutation" : exported.isAction ? "action" : null;
        if (kind === null || Boolean(exported.isPublic) === Boolean(exported.isInternal)) continue;
        found.push({
          module, name, kind, isPublic: Boolean(exported.isPublic),
          args: JSON.parse(exported.exportArgs()), returns: JSON.parse(exported.exportReturns()),
          source: String(exported._handler ?? ""),
        });
      }
    } catch (error) {
      failures.push({ module, ...describe(error) });
    }
  }
  finish({ type: "analyzed", found, failures });
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line);
  switch (message.type) {
    case "run":
      return void run(message);
    case "analyze":
      return void analyze(message);
    case "answer":
    case "fail": {
      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (message.type === "answer") waiting?.resolve(message.value);
      else waiting?.reject(convexError(message));
    }
  }
}).on("close", () => process.exit(0));

send({ type: "ready", version: process.version });
