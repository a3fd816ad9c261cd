// https://fetch.spec.whatwg.org/#headers-class
import { expose, needArguments } from "../shared/classes.js";

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function nameOf(name) {
  const text = String(name);
  if (!token.test(text)) throw new TypeError(`Headers: ${JSON.stringify(text)} is an invalid header name.`);
  return text.toLowerCase();
}

function valueOf(value) {
  const text = String(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
  if (/[\0\n\r]/.test(text) || /[^\x00-\xff]/.test(text)) {
    throw new TypeError(`Headers: ${JSON.stringify(text)} is an invalid header value.`);
  }
  return text;
}

export class Headers {
  /** Lower-case names to their values, in order of arrival. */
  #values = new Map();
  #immutable = false;

  constructor(init) {
    if (init === undefined) return;
    if (typeof init !== "object" || init === null) {
      throw new TypeError("Headers: the initial value is not an object.");
    }
    if (typeof init[Symbol.iterator] === "function") {
      for (const pair of init) {
        const [name, value, ...rest] = pair;
        if (value === undefined || rest.length > 0) throw new TypeError("Headers: not a pair of name and value.");
        this.append(name, value);
      }
    } else {
      for (const name of Reflect.ownKeys(init)) {
        if (Object.getOwnPropertyDescriptor(init, name)?.enumerable) this.append(name, init[name]);
      }
    }
  }

  append(name, value) {
    needArguments(2, arguments.length, "Headers.append");
    const key = nameOf(name);
    const text = valueOf(value);
    this.#change();
    const values = this.#values.get(key);
    if (values) values.push(text);
    else this.#values.set(key, [text]);
  }

  delete(name) {
    needArguments(1, arguments.length, "Headers.delete");
    const key = nameOf(name);
    this.#change();
    this.#values.delete(key);
  }

  get(name) {
    needArguments(1, arguments.length, "Headers.get");
    return this.#values.get(nameOf(name))?.join(", ") ?? null;
  }

  getSetCookie() { return [...this.#values.get("set-cookie") ?? []]; }

  has(name) {
    needArguments(1, arguments.length, "Headers.has");
    return this.#values.has(nameOf(name));
  }

  set(name, value) {
    needArguments(2, arguments.length, "Headers.set");
    const key = nameOf(name);
    const text = valueOf(value);
    this.#change();
    this.#values.set(key, [text]);
  }

  forEach(callback, thisArgument) {
    needArguments(1, arguments.length, "Headers.forEach");
    for (const [name, value] of this) callback.call(thisArgument, value, name, this);
  }

  * entries() {
    for (let index = 0, sorted; index < (sorted = this.#sorted()).length; index++) yield sorted[index];
  }

  * keys() { for (const [name] of this) yield name; }
  * values() { for (const [, value] of this) yield value; }

  #sorted() {
    const names = [...this.#values.keys()].sort();
    return names.flatMap((name) => {
      const values = this.#values.get(name);
      return name === "set-cookie" ? values.map((value) => [name, value]) : [[name, values.join(", ")]];
    });
  }

  #change() {
    if (this.#immutable) throw new TypeError("Headers are immutable.");
  }

  static freeze(headers) {
    headers.#immutable = true;
    return headers;
  }
}

/** Makes the headers of a response from the network, which are for reading only. */
export const freezeHeaders = Headers.freeze;
delete Headers.freeze;
expose(Headers);
Object.defineProperty(Headers.prototype, Symbol.iterator, {
  value: Headers.prototype.entries, writable: true, configurable: true,
});
