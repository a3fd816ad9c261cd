import { domException, expose, needArguments } from "../shared/classes.js";
import { newSubtle } from "./subtle.js";

const construct = Symbol("construct");
const integerArrays = [
  "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
  "BigInt64Array", "BigUint64Array",
];

export class Crypto {
  #subtle = newSubtle();

  constructor(token) {
    if (token !== construct) throw new TypeError("Illegal constructor");
  }

  get subtle() { return this.#subtle; }

  getRandomValues(array) {
    needArguments(1, arguments.length, "Crypto.getRandomValues");
    if (!ArrayBuffer.isView(array) || !integerArrays.includes(Object.prototype.toString.call(array).slice(8, -1))) {
      throw domException("The data argument must be an integer-type TypedArray", "TypeMismatchError");
    }
    if (array.byteLength > 65536) {
      throw domException(`The requested length exceeds 65,536 bytes`, "QuotaExceededError");
    }
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
      .set(new Uint8Array(platform.crypto.randomBytes(array.byteLength)));
    return array;
  }

  randomUUID() {
    const bytes = new Uint8Array(platform.crypto.randomBytes(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map((range) => hex.slice(...range)).join("-");
  }
}

expose(Crypto);

export const crypto = new Crypto(construct);
