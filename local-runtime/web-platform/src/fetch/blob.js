// https://w3c.github.io/FileAPI/
import { concatenate, copyOf, isBufferSource, utf8Decode, utf8Encode } from "../shared/bytes.js";
import { expose, needArguments } from "../shared/classes.js";

export class Blob {
  #bytes;
  #type;

  constructor(parts = [], options = {}) {
    if (typeof parts !== "object" || parts === null || typeof parts[Symbol.iterator] !== "function") {
      throw new TypeError("Blob: the parts are not a sequence.");
    }
    const native = options?.endings === "native";
    this.#bytes = concatenate([...Array.from(parts, (part) => Blob.#bytesOfPart(part, native)), new Uint8Array(0)]);
    this.#type = typeOf(options?.type);
  }

  static #bytesOfPart(part, native) {
    if (part instanceof Blob) return part.#bytes;
    if (isBufferSource(part)) return copyOf(part);
    const text = String(part);
    return utf8Encode(native ? text.replace(/\r\n?|\n/g, "\n") : text);
  }

  get size() { return this.#bytes.byteLength; }
  get type() { return this.#type; }

  slice(start = 0, end = this.size, type = "") {
    const blob = new Blob();
    blob.#bytes = this.#bytes.subarray(...[start, end].map((at) => clamp(at, this.size)));
    blob.#type = typeOf(type);
    return blob;
  }

  async text() { return utf8Decode(this.#bytes); }
  async arrayBuffer() { return this.#bytes.slice().buffer; }
  async bytes() { return this.#bytes.slice(); }

  stream() {
    const { ReadableStream } = platform.use("streams");
    const bytes = this.#bytes;
    let offset = 0;
    return new ReadableStream({
      type: "bytes",
      pull(controller) {
        if (offset < bytes.byteLength) {
          controller.enqueue(bytes.slice(offset, offset += 65536));
        }
        if (offset >= bytes.byteLength) {
          controller.close();
          controller.byobRequest?.respond(0);
        }
      },
    });
  }

  static bytesOf(blob) { return blob.#bytes; }
}

/** The bytes themselves, not to be written to. */
export const bytesOfBlob = Blob.bytesOf;
delete Blob.bytesOf;

export class File extends Blob {
  #name;
  #lastModified;

  constructor(parts, name, options = {}) {
    needArguments(2, arguments.length, "File");
    super(parts, options);
    this.#name = String(name).toWellFormed();
    this.#lastModified = options?.lastModified === undefined ? Date.now() : Math.trunc(Number(options.lastModified)) || 0;
  }

  get name() { return this.#name; }
  get lastModified() { return this.#lastModified; }
}

function typeOf(type = "") {
  const text = String(type);
  return /[^\x20-\x7e]/.test(text) ? "" : text.toLowerCase();
}

function clamp(at, size) {
  const whole = Math.trunc(Number(at)) || 0;
  return whole < 0 ? Math.max(size + whole, 0) : Math.min(whole, size);
}

expose(Blob);
expose(File);
