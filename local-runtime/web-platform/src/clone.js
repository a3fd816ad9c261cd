// https://html.spec.whatwg.org/multipage/structured-data.html, without transferring
import { domException } from "./shared/classes.js";

const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

function structuredClone(value, options) {
  if (arguments.length === 0) throw new TypeError("structuredClone: 1 argument required, but only 0 present.");
  if (options?.transfer !== undefined && Array.from(options.transfer).length > 0) {
    platform.notImplemented("structuredClone with transfer");
  }
  return cloneOf(value, new Map());
}

function cloneOf(value, seen) {
  if (typeof value === "symbol" || typeof value === "function") refuse(value);
  if (typeof value !== "object" || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const [copy, fill] = shellOf(value, seen);
  seen.set(value, copy);
  fill?.();
  return copy;
}

/** The copy, still empty, and what fills it: cycles find the copy while it is being filled. */
function shellOf(value, seen) {
  const brand = brandOf(value);
  switch (brand) {
    case "Boolean": case "Number": case "String": case "BigInt":
      return [Object(value.valueOf())];
    case "Date":
      return [new Date(value.getTime())];
    case "RegExp":
      return [new RegExp(value.source, value.flags)];
    case "ArrayBuffer":
      return [value.slice(0)];
    case "View": {
      const buffer = cloneOf(value.buffer, seen);
      return [new value.constructor(buffer, value.byteOffset, value.length ?? value.byteLength)];
    }
    case "Map": {
      const copy = new Map();
      const entries = [...value];
      return [copy, () => entries.forEach(([key, one]) => copy.set(cloneOf(key, seen), cloneOf(one, seen)))];
    }
    case "Set": {
      const copy = new Set();
      const members = [...value];
      return [copy, () => members.forEach((one) => copy.add(cloneOf(one, seen)))];
    }
    case "Error":
      return errorShell(value, seen);
    case "Platform":
      return platformShell(value);
    case "Array": {
      const copy = new Array(value.length);
      return [copy, () => fill(copy, value, seen)];
    }
    default: {
      const copy = {};
      return [copy, () => fill(copy, value, seen)];
    }
  }
}

function fill(copy, value, seen) {
  for (const key of Object.keys(value)) copy[key] = cloneOf(value[key], seen);
}

function errorShell(value, seen) {
  const type = errors[value.name] ?? Error;
  const own = new type();
  const put = (key, content) =>
    Object.defineProperty(own, key, { value: content, writable: true, configurable: true });
  const message = Object.getOwnPropertyDescriptor(value, "message");
  if (message && "value" in message) put("message", String(message.value));
  put("stack", String(value.stack));
  return [own, () => { if (Object.hasOwn(value, "cause")) put("cause", cloneOf(value.cause, seen)); }];
}

function platformShell(value) {
  const { Blob, File } = platform.use("fetch");
  const { DOMException } = platform.use("events");
  if (value instanceof DOMException) return [new DOMException(value.message, value.name)];
  if (value instanceof File) {
    return [new File([value], value.name, { type: value.type, lastModified: value.lastModified })];
  }
  if (value instanceof Blob) return [value.slice(0, value.size, value.type)];
  return refuse(value);
}

const platformTags = new Set(["DOMException", "Blob", "File"]);
const refusedTags = new Set([
  "Promise", "WeakMap", "WeakSet", "WeakRef", "Generator", "AsyncGenerator", "GeneratorFunction", "ReadableStream",
  "WritableStream", "TransformStream", "Request", "Response", "Headers", "FormData", "URL", "URLSearchParams",
  "AbortSignal", "AbortController", "Event", "EventTarget", "CryptoKey", "Crypto", "SubtleCrypto", "TextEncoder",
  "TextDecoder",
]);

function brandOf(value) {
  if (Array.isArray(value)) return "Array";
  if (ArrayBuffer.isView(value)) return "View";
  for (const [type, probe] of probes) {
    if (accepts(probe, value)) return type;
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (platformTags.has(tag)) return "Platform";
  if (tag === "Error" || value instanceof Error) return "Error";
  if (refusedTags.has(tag)) refuse(value);
  return "Object";
}

/** Methods that throw for anything but their own kind: what an object says of itself does not count. */
const getter = (type, name) => Object.getOwnPropertyDescriptor(type.prototype, name).get;
const probes = [
  ["Date", Date.prototype.getTime],
  ["Map", getter(Map, "size")],
  ["Set", getter(Set, "size")],
  ["ArrayBuffer", getter(ArrayBuffer, "byteLength")],
  ["RegExp", getter(RegExp, "source")],
  ["Boolean", Boolean.prototype.valueOf],
  ["Number", Number.prototype.valueOf],
  ["String", String.prototype.valueOf],
  ["BigInt", BigInt.prototype.valueOf],
];

function accepts(probe, value) {
  if (value === RegExp.prototype) return false;
  try {
    probe.call(value);
    return true;
  } catch {
    return false;
  }
}

function refuse(value) {
  let text;
  try {
    text = typeof value === "symbol" || typeof value === "function"
      ? String(value) : `#<${value.constructor?.name ?? "Object"}>`;
  } catch {
    text = "object";
  }
  throw domException(`${text} could not be cloned.`, "DataCloneError");
}

export { structuredClone };
