// What Web IDL asks of every class.

/** Names the class in Object.prototype.toString, and makes its members enumerable as Web IDL has them. */
export function expose(type) {
  for (const key of Object.getOwnPropertyNames(type.prototype)) {
    if (key !== "constructor") Object.defineProperty(type.prototype, key, { enumerable: true });
  }
  Object.defineProperty(type.prototype, Symbol.toStringTag, { value: type.name, configurable: true });
  return type;
}

/** A getter that real Convex has not either: whoever asks for it has their call ended. */
export function refuseGetters(type, names) {
  for (const name of names) {
    Object.defineProperty(type.prototype, name, {
      get() { return platform.notImplemented(`get ${name} for ${type.name}`); },
      configurable: true,
      enumerable: true,
    });
  }
}

export function needArguments(count, given, where) {
  if (given < count) {
    throw new TypeError(`${where}: ${count} argument${count > 1 ? "s" : ""} required, but only ${given} present.`);
  }
}

export function domException(message, name) {
  const { DOMException } = platform.use("events");
  return new DOMException(message, name);
}
