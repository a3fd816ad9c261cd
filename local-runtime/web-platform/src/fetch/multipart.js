// multipart/form-data, both ways: https://datatracker.ietf.org/doc/html/rfc7578
import { concatenate, utf8Decode, utf8Encode } from "../shared/bytes.js";
import { File, bytesOfBlob } from "./blob.js";
import { FormData } from "./form-data.js";

export function newBoundary() {
  const digits = () => Math.floor(Math.random() * 0x100000000).toString(16).padStart(8, "0");
  return `----formdata-${digits()}${digits()}`;
}

export function writeMultipart(form, boundary) {
  const quote = (text) => text.replace(/\r\n|\n|\r/g, "%0D%0A").replace(/"/g, "%22");
  const chunks = [];
  for (const [name, value] of form) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"`;
    if (typeof value === "string") {
      chunks.push(utf8Encode(`${head}\r\n\r\n${value.replace(/\r\n|\n|\r/g, "\r\n")}\r\n`));
    } else {
      const type = value.type || "application/octet-stream";
      chunks.push(
        utf8Encode(`${head}; filename="${quote(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`),
        bytesOfBlob(value), utf8Encode("\r\n"));
    }
  }
  chunks.push(utf8Encode(`--${boundary}--\r\n`));
  return concatenate(chunks);
}

export function readMultipart(bytes, boundary) {
  const form = new FormData();
  const marker = platform.latin1(utf8Encode(`--${boundary}`).buffer);
  const text = platform.latin1(bytes.slice().buffer);
  let at = text.indexOf(marker);
  if (at < 0) throw malformed();
  for (;;) {
    at += marker.length;
    if (text.startsWith("--", at)) return form;
    if (!text.startsWith("\r\n", at)) throw malformed();
    const headersEnd = text.indexOf("\r\n\r\n", at);
    const bodyStart = headersEnd + 4;
    const next = text.indexOf(`\r\n${marker}`, bodyStart - 2);
    if (headersEnd < 0 || next < 0) throw malformed();
    const headers = utf8Decode(bytes.subarray(at + 2, headersEnd));
    append(form, headers, bytes.subarray(bodyStart, Math.max(next, bodyStart)));
    at = next + 2;
  }
}

function append(form, headers, body) {
  let disposition;
  let type = "text/plain";
  for (const line of headers.split("\r\n")) {
    const [, name, value] = /^([^:]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === undefined) throw malformed();
    if (name.toLowerCase() === "content-disposition") disposition = value;
    if (name.toLowerCase() === "content-type") type = value;
  }
  const unquote = (text) => text?.replace(/%0D%0A/gi, "\r\n").replace(/%22/g, "\"");
  const parameter = (name) =>
    unquote(new RegExp(`;[ \\t]*${name}="([^"]*)"`, "i").exec(disposition ?? "")?.[1]);
  const name = parameter("name");
  if (name === undefined || !/^form-data\b/i.test(disposition)) throw malformed();
  const filename = parameter("filename");
  if (filename === undefined) form.append(name, utf8Decode(body.slice()));
  else form.append(name, new File([body], filename, { type }));
}

function malformed() {
  return new TypeError("The body is not well-formed multipart/form-data.");
}
