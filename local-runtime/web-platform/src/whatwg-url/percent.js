// Percent-encoding of queries, which are always UTF-8 here: https://url.spec.whatwg.org/#string-percent-encode-after-encoding
import { utf8Encode } from "./utf8.js";

export function percentEncodeAfterEncoding(encoding, input, percentEncodeSet) {
  let output = "";
  for (const byte of utf8Encode(input)) {
    const character = String.fromCharCode(byte);
    const encoded = byte <= 0x1f || byte > 0x7e || percentEncodeSet.includes(character);
    output += encoded ? `%${byte.toString(16).toUpperCase().padStart(2, "0")}` : character;
  }
  return output;
}
