import { expose, needArguments } from "./shared/classes.js";
import { DOMException } from "./events/dom-exception.js";
import { Event, EventTarget, dispatchTrusted, handlerProperty } from "./events/event-target.js";

const construct = Symbol("construct");

class AbortSignal extends EventTarget {
  #aborted = false;
  #reason = undefined;
  #algorithms = new Set();

  constructor(token) {
    if (token !== construct) throw new TypeError("Illegal constructor");
    super();
  }

  get aborted() { return this.#aborted; }
  get reason() { return this.#reason; }

  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }

  static abort(reason) {
    const signal = new AbortSignal(construct);
    abort(signal, reason);
    return signal;
  }

  static timeout(milliseconds) {
    needArguments(1, arguments.length, "AbortSignal.timeout");
    const signal = new AbortSignal(construct);
    platform.timer(Number(milliseconds), "AbortSignal.timeout").then(() => {
      abort(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    });
    return signal;
  }

  static any(signals) {
    needArguments(1, arguments.length, "AbortSignal.any");
    const sources = Array.from(signals);
    if (!sources.every((source) => source instanceof AbortSignal)) {
      throw new TypeError("AbortSignal.any: not an iterable of AbortSignals.");
    }
    const signal = new AbortSignal(construct);
    const aborted = sources.find((source) => source.aborted);
    if (aborted) {
      abort(signal, aborted.reason);
      return signal;
    }
    for (const source of sources) onAbort(source, () => abort(signal, source.reason));
    return signal;
  }

  /** Runs before the listeners; gives a function that takes it back. */
  static onAbort(signal, algorithm) {
    if (signal.#aborted) {
      algorithm();
      return () => {};
    }
    signal.#algorithms.add(algorithm);
    return () => signal.#algorithms.delete(algorithm);
  }

  static abortWith(signal, reason) {
    if (signal.#aborted) return;
    signal.#aborted = true;
    signal.#reason = reason === undefined
      ? new DOMException("This operation was aborted", "AbortError")
      : reason;
    const algorithms = [...signal.#algorithms];
    signal.#algorithms.clear();
    for (const algorithm of algorithms) algorithm();
    dispatchTrusted(signal, new Event("abort"));
  }
}

const { abortWith: abort, onAbort } = AbortSignal;
delete AbortSignal.abortWith;
delete AbortSignal.onAbort;
handlerProperty(AbortSignal, "abort");

class AbortController {
  #signal = new AbortSignal(construct);

  get signal() { return this.#signal; }

  abort(reason) { abort(this.#signal, reason); }
}

expose(AbortSignal);
expose(AbortController);

export { AbortController, AbortSignal, DOMException, Event, EventTarget, onAbort };
