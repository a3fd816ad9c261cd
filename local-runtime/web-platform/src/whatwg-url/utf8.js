// UTF-8 for the URL parser, which encodes one code point at a time: cheaper here than a call to the host.
const ascii = Array.from({ length: 128 }, (_, byte) => Uint8Array.of(byte));

export function utf8Encode(string) {
  if (string.length === 1 && string.charCodeAt(0) < 128) return ascii[string.charCodeAt(0)];
  return new Uint8Array(platform.utf8Encode(string));
}

export function utf8DecodeWithoutBOM(bytes) {
  let text = "";
  for (const byte of bytes) {
    if (byte > 127) return platform.utf8Decode(bytes.buffer, bytes.byteOffset, bytes.byteLength, true);
    text += String.fromCharCode(byte);
  }
  return text;
}
