// https://fetch.spec.whatwg.org/#response-class
import { expose, needArguments } from "../shared/classes.js";
import { addBodyMembers, contentOf } from "./body.js";
import { Headers, freezeHeaders } from "./headers.js";

const withoutBody = [101, 103, 204, 205, 304];

export class Response {
  #type = "default";
  #url = "";
  #redirected = false;
  #status = 200;
  #statusText = "";
  #headers;
  #content = null;

  constructor(body = null, init) {
    const { status = 200, statusText = "", headers } = init ?? {};
    this.#status = statusOf(status);
    this.#statusText = String(statusText);
    if (/[^\t\x20-\x7e\x80-\xff]/.test(this.#statusText)) throw new TypeError("Invalid statusText");
    this.#headers = new Headers(headers ?? undefined);
    if (body === null || body === undefined) return;
    if (withoutBody.includes(this.#status)) {
      throw new TypeError(`Response constructor: Invalid response status code ${this.#status}`);
    }
    const { content, type } = contentOf(body);
    this.#content = content;
    if (type !== null && !this.#headers.has("content-type")) this.#headers.append("content-type", type);
  }

  static error() {
    const response = new Response();
    response.#type = "error";
    response.#status = 0;
    freezeHeaders(response.#headers);
    return response;
  }

  static redirect(url, status = 302) {
    needArguments(1, arguments.length, "Response.redirect");
    const { URL } = platform.use("url");
    const parsed = new URL(url);
    if (![301, 302, 303, 307, 308].includes(Number(status))) throw new RangeError(`Invalid status code ${status}`);
    const response = new Response(null, { status, headers: { location: parsed.href } });
    freezeHeaders(response.#headers);
    return response;
  }

  static json(data, init) {
    needArguments(1, arguments.length, "Response.json");
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError("Value is not JSON serializable");
    const headers = new Headers(init?.headers ?? undefined);
    if (!headers.has("content-type")) headers.set("content-type", "application/json");
    return new Response(text, { ...init, headers });
  }

  get type() { return this.#type; }
  get url() { return this.#url; }
  get redirected() { return this.#redirected; }
  get status() { return this.#status; }
  get ok() { return this.#status >= 200 && this.#status <= 299; }
  get statusText() { return this.#statusText; }
  get headers() { return this.#headers; }

  clone() {
    const copy = new Response();
    copy.#content = this.#content?.clone() ?? null;
    copy.#type = this.#type;
    copy.#url = this.#url;
    copy.#redirected = this.#redirected;
    copy.#status = this.#status;
    copy.#statusText = this.#statusText;
    copy.#headers = new Headers(this.#headers);
    if (this.#type !== "default") freezeHeaders(copy.#headers);
    return copy;
  }

  static contentOf(response) { return response.#content; }

  static ofNetwork({ status, statusText, headers, url, redirected, content }) {
    const response = new Response();
    response.#type = "basic";
    response.#status = status;
    response.#statusText = statusText;
    response.#headers = freezeHeaders(headers);
    response.#url = url;
    response.#redirected = redirected;
    response.#content = withoutBody.includes(status) ? null : content;
    return response;
  }
}

export const contentOfResponse = Response.contentOf;
export const responseOfNetwork = Response.ofNetwork;
delete Response.contentOf;
delete Response.ofNetwork;

function statusOf(status) {
  const number = Math.trunc(Number(status)) || 0;
  if (number < 200 || number > 599) {
    throw new RangeError(`init["status"] must be in the range of 200 to 599, inclusive.`);
  }
  return number;
}

addBodyMembers(Response, contentOfResponse);
expose(Response);
