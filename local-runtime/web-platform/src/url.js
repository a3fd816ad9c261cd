// https://url.spec.whatwg.org/#api; the host parses, each URL here is what it gave.
import { expose, needArguments } from "./shared/classes.js";

const names = [
  "href", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash", "origin",
];
const readOnly = ["username", "password", "host"];

class URL {
  /** In the order of `names`. */
  #parts;
  #searchParams = null;

  constructor(url, base) {
    needArguments(1, arguments.length, "URL");
    const parts = platform.parseUrl(`${url}`, base === undefined ? null : `${base}`);
    if (parts === null) {
      throw Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL", input: `${url}` });
    }
    this.#parts = parts;
  }

  static canParse(url, base) {
    needArguments(1, arguments.length, "URL.canParse");
    return platform.parseUrl(`${url}`, base === undefined ? null : `${base}`) !== null;
  }

  static parse(url, base) {
    return URL.canParse(url, base) ? new URL(url, base) : null;
  }

  get searchParams() {
    this.#searchParams ??= newParametersOf(this);
    return this.#searchParams;
  }

  toString() { return this.#parts[0]; }
  toJSON() { return this.#parts[0]; }

  static read(url, index) { return url.#parts[index]; }

  static write(url, name, value) {
    if (name === "href") {
      const parts = platform.parseUrl(value, null);
      if (parts === null) throw new TypeError("Invalid URL");
      url.#parts = parts;
    } else {
      url.#parts = platform.changeUrl(url.#parts[0], name, value);
    }
    if (url.#searchParams && (name === "href" || name === "search")) fillParameters(url.#searchParams, url.#parts[8]);
  }

  static writeQuery(url, query) { url.#parts = platform.changeUrl(url.#parts[0], "search", query); }
}

const { read, write, writeQuery } = URL;
for (const name of ["read", "write", "writeQuery"]) delete URL[name];
for (const [index, name] of names.entries()) {
  Object.defineProperty(URL.prototype, name, {
    get() { return read(this, index); },
    set: name === "origin" ? undefined : function (value) {
      // Convex has these properties for reading only.
      if (readOnly.includes(name)) platform.notImplemented(`set ${name} for URL`);
      write(this, name, `${value}`);
    },
    configurable: true,
    enumerable: true,
  });
}

class URLSearchParams {
  /** Names and values by turns. */
  #pairs = [];
  #url = null;

  constructor(init = "") {
    if (typeof init === "object" && init !== null) {
      for (const [name, value] of pairsOf(init)) this.#pairs.push(text(name), text(value));
    } else {
      const query = text(init);
      this.#pairs = [...platform.parseForm(query.startsWith("?") ? query.slice(1) : query)];
    }
  }

  get size() { return this.#pairs.length / 2; }

  append(name, value) {
    needArguments(2, arguments.length, "URLSearchParams.append");
    this.#pairs.push(text(name), text(value));
    this.#update();
  }

  delete(name, value) {
    needArguments(1, arguments.length, "URLSearchParams.delete");
    this.#keep((one, its) => one !== text(name) || (value !== undefined && its !== text(value)));
    this.#update();
  }

  get(name) {
    needArguments(1, arguments.length, "URLSearchParams.get");
    return this.getAll(name)[0] ?? null;
  }

  getAll(name) {
    needArguments(1, arguments.length, "URLSearchParams.getAll");
    const key = text(name);
    return this.#pairs.filter((_, index) => index % 2 === 1 && this.#pairs[index - 1] === key);
  }

  has(name, value) {
    needArguments(1, arguments.length, "URLSearchParams.has");
    const all = this.getAll(name);
    return value === undefined ? all.length > 0 : all.includes(text(value));
  }

  set(name, value) {
    needArguments(2, arguments.length, "URLSearchParams.set");
    const key = text(name);
    let seen = false;
    this.#keep((one) => one !== key || (!seen && (seen = true)));
    const at = this.#pairs.findIndex((one, index) => index % 2 === 0 && one === key);
    if (at < 0) this.#pairs.push(key, text(value));
    else this.#pairs[at + 1] = text(value);
    this.#update();
  }

  sort() {
    const sorted = [...this].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    this.#pairs = sorted.flat();
    this.#update();
  }

  forEach(callback, thisArgument) {
    needArguments(1, arguments.length, "URLSearchParams.forEach");
    if (typeof callback !== "function") throw new TypeError("URLSearchParams.forEach: not a function.");
    for (const [name, value] of this) callback.call(thisArgument, value, name, this);
  }

  * entries() {
    for (let index = 0; index < this.#pairs.length; index += 2) yield [this.#pairs[index], this.#pairs[index + 1]];
  }

  * keys() { for (const [name] of this) yield name; }
  * values() { for (const [, value] of this) yield value; }
  toString() { return platform.writeForm(this.#pairs); }

  #keep(wanted) {
    this.#pairs = [...this].filter(([name, value]) => wanted(name, value)).flat();
  }

  #update() {
    if (this.#url) writeQuery(this.#url, this.toString());
  }

  static of(url) {
    const parameters = new URLSearchParams(url.search);
    parameters.#url = url;
    return parameters;
  }

  static fill(parameters, query) { parameters.#pairs = [...platform.parseForm(query.slice(1))]; }
}

const { of: newParametersOf, fill: fillParameters } = URLSearchParams;
delete URLSearchParams.of;
delete URLSearchParams.fill;

function text(value) { return `${value}`.toWellFormed(); }

function pairsOf(init) {
  if (typeof init[Symbol.iterator] !== "function") {
    return Reflect.ownKeys(init)
      .filter((key) => Object.getOwnPropertyDescriptor(init, key)?.enumerable)
      .map((key) => [key, init[key]]);
  }
  return Array.from(init, (pair) => {
    const both = typeof pair === "object" && pair !== null ? Array.from(pair) : [];
    if (both.length !== 2) throw new TypeError("Each query pair must be an iterable [name, value] tuple");
    return both;
  });
}

expose(URL);
expose(URLSearchParams);
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
  value: URLSearchParams.prototype.entries, writable: true, configurable: true,
});

export { URL, URLSearchParams };
