// AsyncLocalStorage and AsyncResource, on the engine's AsyncContext where it has one: values then follow `await`.
// Without it they follow only what is called before the first `await`.
const { AsyncContext } = platform;

class SynchronousVariable {
  #value = undefined;

  run(value, body, ...rest) {
    const former = this.#value;
    this.#value = value;
    try {
      return body(...rest);
    } finally {
      this.#value = former;
    }
  }

  get() { return this.#value; }
}

class SynchronousSnapshot {
  run(body, ...rest) { return body(...rest); }
}

const Variable = AsyncContext?.Variable ?? SynchronousVariable;
const Snapshot = AsyncContext?.Snapshot ?? SynchronousSnapshot;

class AsyncLocalStorage {
  // What is stored is a cell, so that enterWith and disable can change what the rest of a run sees.
  #variable = new Variable();
  #entered = { store: undefined };
  #disabled = new WeakSet();

  static bind(body) {
    const snapshot = new Snapshot();
    return function (...rest) { return snapshot.run(() => body.apply(this, rest)); };
  }

  static snapshot() {
    const snapshot = new Snapshot();
    return (body, ...rest) => snapshot.run(body, ...rest);
  }

  getStore() {
    const cell = this.#variable.get() ?? this.#entered;
    return this.#disabled.has(cell) ? undefined : cell.store;
  }

  run(store, body, ...rest) { return this.#variable.run({ store }, body, ...rest); }

  exit(body, ...rest) { return this.run(undefined, body, ...rest); }

  enterWith(store) {
    const cell = this.#variable.get() ?? this.#entered;
    this.#disabled.delete(cell);
    cell.store = store;
  }

  disable() { this.#disabled.add(this.#variable.get() ?? this.#entered); }
}

class AsyncResource {
  #snapshot = new Snapshot();

  constructor(type) {
    if (typeof type !== "string") throw new TypeError("AsyncResource: the type is not a string.");
    Object.defineProperty(this, "type", { value: type, configurable: true });
  }

  static bind(body, type, thisArgument) {
    return new AsyncResource(type ?? body.name ?? "bound-anonymous-fn").bind(body, thisArgument);
  }

  bind(body, thisArgument) {
    const resource = this;
    return function (...rest) { return resource.runInAsyncScope(body, thisArgument ?? this, ...rest); };
  }

  runInAsyncScope(body, thisArgument, ...rest) {
    return this.#snapshot.run(() => Reflect.apply(body, thisArgument, rest));
  }

  emitDestroy() { return this; }
  asyncId() { return 0; }
  triggerAsyncId() { return 0; }
}

export { AsyncLocalStorage, AsyncResource };
