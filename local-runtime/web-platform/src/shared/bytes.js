/** Whether it is an ArrayBuffer, a SharedArrayBuffer or a view of one. */
export function isBufferSource(value) {
  return ArrayBuffer.isView(value) || isBuffer(value);
}

function isBuffer(value) {
  return value instanceof ArrayBuffer
    || (typeof SharedArrayBuffer !== "undefined" && value instanceof SharedArrayBuffer);
}

/** The bytes of a buffer source, without copying them. */
export function viewOf(value, what = "The value") {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (isBuffer(value)) return new Uint8Array(value);
  throw new TypeError(`${what} is not an ArrayBuffer or a view of one.`);
}

/** A copy of the bytes of a buffer source, in a buffer of their own. */
export function copyOf(value, what) {
  return viewOf(value, what).slice();
}

/** One array of all of them. */
export function concatenate(chunks) {
  if (chunks.length === 1) return chunks[0];
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return joined;
}

export function utf8Encode(text) {
  return new Uint8Array(platform.utf8Encode(text));
}

/** As UTF-8, a byte order mark dropped. */
export function utf8Decode(bytes) {
  return platform.utf8Decode(bytes.buffer, bytes.byteOffset, bytes.byteLength, false);
}
