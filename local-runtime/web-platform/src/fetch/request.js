// https://fetch.spec.whatwg.org/#request-class
import { expose, needArguments, refuseGetters } from "../shared/classes.js";
import { addBodyMembers, contentOf } from "./body.js";
import { Headers } from "./headers.js";

const normalised = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];
const redirects = ["follow", "error", "manual"];

export class Request {
  #url;
  #method = "GET";
  #headers;
  #redirect = "follow";
  #signal;
  #content = null;

  constructor(input, init) {
    needArguments(1, arguments.length, "Request");
    const from = input instanceof Request ? input : null;
    const options = init ?? {};
    if (typeof options !== "object") throw new TypeError("Request: the options are not an object.");
    this.#url = from ? from.#url : urlOf(input);
    this.#method = options.method === undefined ? from?.#method ?? "GET" : methodOf(options.method);
    this.#redirect = options.redirect === undefined ? from?.#redirect ?? "follow" : redirectOf(options.redirect);
    this.#headers = new Headers(options.headers ?? from?.#headers);
    this.#signal = signalOf(options.signal === undefined ? from?.#signal : options.signal);
    this.#takeBody(options.body, from);
  }

  #takeBody(body, from) {
    const given = body !== undefined && body !== null;
    if ((given || (body === undefined && from?.#content)) && ["GET", "HEAD"].includes(this.#method)) {
      throw new TypeError("Request with GET/HEAD method cannot have body.");
    }
    if (given) {
      const { content, type } = contentOf(body);
      this.#content = content;
      if (type !== null && !this.#headers.has("content-type")) this.#headers.append("content-type", type);
    } else if (from?.#content) {
      this.#content = from.#content.transfer();
    }
  }

  get url() { return this.#url; }
  get method() { return this.#method; }
  get headers() { return this.#headers; }
  get redirect() { return this.#redirect; }
  get signal() {
    const { AbortController } = platform.use("events");
    this.#signal ??= new AbortController().signal;
    return this.#signal;
  }

  clone() {
    const copy = new Request(this.#url, {
      method: this.#method, headers: this.#headers, redirect: this.#redirect, signal: this.#signal,
    });
    copy.#content = this.#content?.clone() ?? null;
    return copy;
  }

  static contentOf(request) { return request.#content; }
  static signalOf(request) { return request.#signal; }
}

export const contentOfRequest = Request.contentOf;
/** The signal if there is one: asking the request itself would make one. */
export const signalOfRequest = Request.signalOf;
delete Request.contentOf;
delete Request.signalOf;

function urlOf(input) {
  const { URL } = platform.use("url");
  let url;
  try {
    url = new URL(input);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${input}`, { cause });
  }
  if (url.username !== "" || url.password !== "") {
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${url.href}`);
  }
  return url.href;
}

function methodOf(method) {
  const text = String(method);
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text)) throw new TypeError(`'${text}' is not a valid HTTP method.`);
  const upper = text.toUpperCase();
  if (["CONNECT", "TRACE", "TRACK"].includes(upper)) throw new TypeError(`'${text}' HTTP method is unsupported.`);
  return normalised.includes(upper) ? upper : text;
}

function redirectOf(redirect) {
  if (!redirects.includes(String(redirect))) {
    throw new TypeError(`Request: '${redirect}' is not one of ${redirects.join(", ")}.`);
  }
  return String(redirect);
}

function signalOf(signal) {
  if (signal === null || signal === undefined) return null;
  if (typeof signal !== "object" || typeof signal.aborted !== "boolean") {
    throw new TypeError("Request: the signal is not an AbortSignal.");
  }
  return signal;
}

addBodyMembers(Request, contentOfRequest);
expose(Request);
refuseGetters(Request, [
  "destination", "referrer", "referrerPolicy", "mode", "credentials", "cache", "integrity", "keepalive",
  "isReloadNavigation", "isHistoryNavigation", "duplex",
]);
