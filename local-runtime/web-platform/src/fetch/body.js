// What requests and responses have in common: https://fetch.spec.whatwg.org/#body-mixin
import { concatenate, copyOf, isBufferSource, utf8Decode, utf8Encode } from "../shared/bytes.js";
import { Blob, bytesOfBlob } from "./blob.js";
import { FormData } from "./form-data.js";
import { newBoundary, readMultipart, writeMultipart } from "./multipart.js";

/** The content of one message: bytes at hand, a body that still comes from the network, or a stream of user code's. */
export class Content {
  /** Bytes at hand; null when they are not. */
  #bytes;
  /** Reads the next chunk of a body on the network, as the host keeps it; null at its end. */
  #readChunk;
  /** Made as late as can be: reading a whole body needs none. */
  #stream;
  #used = false;
  /** Why the body can not be had any more: `{ reason }`. */
  #failure = null;
  #failStream = null;
  #failRead = null;
  /** Tells the network that nobody wants the rest. */
  onCancel = () => {};

  constructor({ bytes = null, readChunk = null, stream = null }) {
    if (stream?.locked) throw new TypeError("The stream is locked: it can not be a body.");
    this.#bytes = bytes;
    this.#readChunk = readChunk;
    this.#stream = stream;
  }

  get isStreamed() { return this.#bytes === null; }
  get isUsed() { return this.#used || (this.#stream?._disturbed ?? false); }
  get isUnusable() { return this.isUsed || (this.#stream?.locked ?? false); }

  /** The bytes if they are at hand and nobody has taken them. */
  get bytesAtHand() { return this.#stream === null && !this.#used ? this.#bytes : null; }

  get stream() {
    this.#stream ??= this.#used ? closedStream() : this.#newStream();
    return this.#stream;
  }

  #newStream() {
    const { ReadableStream } = platform.use("streams");
    let left = this.#bytes;
    const next = async () => {
      if (this.#bytes === null) return platform.chunkBytes(await this.#next());
      const chunk = left?.byteLength ? left.slice().buffer : null;
      left = null;
      return chunk;
    };
    return new ReadableStream({
      type: "bytes",
      start: (controller) => { this.#failStream = (reason) => controller.error(reason); },
      pull: async (controller) => {
        const chunk = await next();
        if (chunk !== null) {
          controller.enqueue(new Uint8Array(chunk));
        } else {
          controller.close();
          controller.byobRequest?.respond(0);
        }
      },
      cancel: () => this.onCancel(),
    }, { highWaterMark: 0 });
  }

  /** The next chunk from the network, or the failure that comes first. */
  #next() {
    if (this.#failure) return Promise.reject(this.#failure.reason);
    return new Promise((resolve, reject) => {
      this.#failRead = reject;
      this.#readChunk().then(resolve, reject);
    });
  }

  fail(reason) {
    this.#failure = { reason };
    this.#failStream?.(reason);
    this.#failRead?.(reason);
  }

  async #consume(ofBytes, ofChunks) {
    if (this.isUnusable) throw new TypeError("Body is unusable: Body has already been read");
    this.#used = true;
    if (this.#stream !== null) return ofBytes(await readAll(this.#stream));
    if (this.#bytes !== null) return ofBytes(this.#bytes);
    const chunks = [];
    for (let chunk; (chunk = await this.#next()) !== null;) chunks.push(chunk);
    return ofChunks(chunks);
  }

  consumeText() { return this.#consume(utf8Decode, platform.joinText); }

  consumeBytes() {
    return this.#consume((bytes) => bytes.slice(), (chunks) => new Uint8Array(platform.joinBytes(chunks)));
  }

  /** A content with what this one has, which from now on counts as used. */
  transfer() {
    if (this.isUnusable) throw new TypeError("Body is unusable: Body has already been read");
    const bytes = this.bytesAtHand;
    const taken = new Content(bytes === null ? { stream: this.stream } : { bytes });
    this.#used = true;
    return taken;
  }

  /** Another content with the same bytes. */
  clone() {
    if (this.isUnusable) throw new TypeError("Body is unusable: Body has already been read");
    if (this.#bytes !== null && this.#stream === null) return new Content({ bytes: this.#bytes });
    const [one, other] = this.stream.tee();
    this.#stream = one;
    this.#bytes = null;
    return new Content({ stream: other });
  }
}

/** Whether it is one of our streams; a script that nobody has touched has made none. */
function isStream(value) {
  return platform.isLoaded("streams") && value instanceof platform.use("streams").ReadableStream;
}

function closedStream() {
  const { ReadableStream } = platform.use("streams");
  return new ReadableStream({ start(controller) { controller.close(); } });
}

export async function readAll(stream) {
  const reader = stream.getReader();
  const chunks = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatenate([...chunks, new Uint8Array(0)]);
    if (!(value instanceof Uint8Array)) throw new TypeError("Received non-Uint8Array chunk");
    chunks.push(value);
  }
}

/** The content of what user code gave as a body, and the type that goes with it. */
export function contentOf(body) {
  if (body === null || body === undefined) return { content: null, type: null };
  if (isStream(body)) return { content: new Content({ stream: body }), type: null };
  if (body instanceof Blob) return { content: new Content({ bytes: bytesOfBlob(body) }), type: body.type || null };
  if (isBufferSource(body)) return { content: new Content({ bytes: copyOf(body) }), type: null };
  if (body instanceof FormData) {
    const boundary = newBoundary();
    const type = `multipart/form-data; boundary=${boundary}`;
    return { content: new Content({ bytes: writeMultipart(body, boundary) }), type };
  }
  const isParameters = Object.prototype.toString.call(body) === "[object URLSearchParams]";
  const type = isParameters ? "application/x-www-form-urlencoded;charset=UTF-8" : "text/plain;charset=UTF-8";
  return { content: new Content({ bytes: utf8Encode(String(body)) }), type };
}

/** Adds what reads a body: `contentFor` gives an instance's content, or null. */
export function addBodyMembers(type, contentFor) {
  const consume = (instance, method, empty) => {
    const content = contentFor(instance);
    return content === null ? Promise.resolve(empty()) : content[method]();
  };
  const text = (instance) => consume(instance, "consumeText", () => "");
  const bytes = (instance) => consume(instance, "consumeBytes", () => new Uint8Array(0));
  const members = {
    async text() { return text(this); },
    async json() { return JSON.parse(await text(this)); },
    async bytes() { return bytes(this); },
    async arrayBuffer() { return (await bytes(this)).buffer; },
    async blob() { return new Blob([await bytes(this)], { type: this.headers.get("content-type") ?? "" }); },
    async formData() { return readForm(this.headers.get("content-type") ?? "", () => bytes(this)); },
  };
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(type.prototype, name, { value, writable: true, configurable: true, enumerable: true });
  }
  const getters = {
    body: (instance) => contentFor(instance)?.stream ?? null,
    bodyUsed: (instance) => contentFor(instance)?.isUsed ?? false,
  };
  for (const [name, read] of Object.entries(getters)) {
    Object.defineProperty(type.prototype, name, {
      get() { return read(this); }, configurable: true, enumerable: true,
    });
  }
}

async function readForm(contentType, bytes) {
  const [type] = contentType.split(";");
  if (type.trim().toLowerCase() === "multipart/form-data") {
    const [, quoted, plain] = /;[ \t]*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
    const boundary = quoted ?? plain;
    if (!boundary) throw new TypeError("The content type has no boundary.");
    platform.needAction("formData()");
    return readMultipart(await bytes(), boundary);
  }
  if (type.trim().toLowerCase() === "application/x-www-form-urlencoded") {
    const { URLSearchParams } = platform.use("url");
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(utf8Decode(await bytes()))) form.append(name, value);
    return form;
  }
  throw new TypeError("The content type is neither multipart/form-data nor application/x-www-form-urlencoded.");
}
