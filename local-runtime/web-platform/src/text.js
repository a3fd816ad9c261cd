import { viewOf } from "./shared/bytes.js";
import { domException, expose, needArguments } from "./shared/classes.js";

class TextEncoder {
  get encoding() { return "utf-8"; }

  encode(input = "") { return new Uint8Array(platform.utf8Encode(String(input))); }

  encodeInto(source, destination) {
    needArguments(2, arguments.length, "TextEncoder.encodeInto");
    if (!(destination instanceof Uint8Array)) throw new TypeError("TextEncoder.encodeInto: not a Uint8Array.");
    let read = 0;
    let written = 0;
    for (const character of String(source)) {
      const bytes = this.encode(character);
      if (written + bytes.length > destination.length) break;
      destination.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

class TextDecoder {
  #label;
  #fatal;
  #ignoreBOM;
  #decoder = null;

  constructor(label = "utf-8", options = {}) {
    this.#label = platform.encodingOf(String(label));
    if (this.#label === null) throw new RangeError(`The encoding label provided ('${label}') is invalid.`);
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  get encoding() { return this.#label; }
  get fatal() { return this.#fatal; }
  get ignoreBOM() { return this.#ignoreBOM; }

  decode(input, options = {}) {
    const bytes = input === undefined ? new Uint8Array(0) : viewOf(input, "TextDecoder.decode: the input");
    const stream = Boolean(options?.stream);
    if (this.#decoder === null && !stream && !this.#fatal && this.#label === "utf-8") {
      return platform.utf8Decode(bytes.buffer, bytes.byteOffset, bytes.byteLength, this.#ignoreBOM);
    }
    this.#decoder ??= platform.decoder(this.#label, this.#fatal, this.#ignoreBOM);
    const decoder = this.#decoder;
    if (!stream) this.#decoder = null;
    const text = decoder(bytes.buffer, bytes.byteOffset, bytes.byteLength, stream);
    if (text === null) {
      this.#decoder = null;
      throw new TypeError(`The encoded data was not valid for encoding ${this.#label}`);
    }
    return text;
  }
}

function btoa(data) {
  needArguments(1, arguments.length, "btoa");
  const encoded = platform.btoa(String(data));
  if (encoded === null) {
    throw domException("The string to be encoded contains characters outside of the Latin1 range.",
      "InvalidCharacterError");
  }
  return encoded;
}

function atob(data) {
  needArguments(1, arguments.length, "atob");
  const decoded = platform.atob(String(data));
  if (decoded === null) {
    throw domException("The string to be decoded is not correctly encoded.", "InvalidCharacterError");
  }
  return decoded;
}

expose(TextEncoder);
expose(TextDecoder);

export { TextEncoder, TextDecoder, atob, btoa };
