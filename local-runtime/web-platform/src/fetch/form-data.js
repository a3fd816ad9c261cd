// https://xhr.spec.whatwg.org/#interface-formdata
import { expose, needArguments } from "../shared/classes.js";
import { Blob, File } from "./blob.js";

export class FormData {
  /** Pairs of name and value, in order. */
  #entries = [];

  constructor(form) {
    if (form !== undefined) throw new TypeError("FormData: there are no forms here.");
  }

  append(name, value, filename) {
    needArguments(2, arguments.length, "FormData.append");
    this.#entries.push(entryOf(name, value, filename, arguments.length > 2));
  }

  delete(name) {
    needArguments(1, arguments.length, "FormData.delete");
    const key = keyOf(name);
    this.#entries = this.#entries.filter(([one]) => one !== key);
  }

  get(name) {
    needArguments(1, arguments.length, "FormData.get");
    return this.#entries.find(([one]) => one === keyOf(name))?.[1] ?? null;
  }

  getAll(name) {
    needArguments(1, arguments.length, "FormData.getAll");
    return this.#entries.filter(([one]) => one === keyOf(name)).map(([, value]) => value);
  }

  has(name) {
    needArguments(1, arguments.length, "FormData.has");
    return this.#entries.some(([one]) => one === keyOf(name));
  }

  set(name, value, filename) {
    needArguments(2, arguments.length, "FormData.set");
    const entry = entryOf(name, value, filename, arguments.length > 2);
    const at = this.#entries.findIndex(([one]) => one === entry[0]);
    if (at < 0) {
      this.#entries.push(entry);
    } else {
      this.#entries = this.#entries.filter(([one], index) => index <= at || one !== entry[0]);
      this.#entries[at] = entry;
    }
  }

  forEach(callback, thisArgument) {
    needArguments(1, arguments.length, "FormData.forEach");
    for (const [name, value] of this) callback.call(thisArgument, value, name, this);
  }

  * entries() { for (let index = 0; index < this.#entries.length; index++) yield [...this.#entries[index]]; }
  * keys() { for (const [name] of this) yield name; }
  * values() { for (const [, value] of this) yield value; }
}

function keyOf(name) { return String(name).toWellFormed(); }

function entryOf(name, value, filename, named) {
  if (!(value instanceof Blob)) {
    if (named) throw new TypeError("FormData: a file name was given with something that is no Blob.");
    return [keyOf(name), String(value).toWellFormed()];
  }
  if (value instanceof File && !named) return [keyOf(name), value];
  const { type, lastModified } = value;
  return [keyOf(name), new File([value], named ? filename : "blob", { type, lastModified })];
}

expose(FormData);
Object.defineProperty(FormData.prototype, Symbol.iterator, {
  value: FormData.prototype.entries, writable: true, configurable: true,
});
