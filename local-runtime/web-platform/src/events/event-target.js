// Events without a tree: every target is its own path. https://dom.spec.whatwg.org/#events
import { domException, expose, needArguments } from "../shared/classes.js";

export class Event {
  static NONE = 0;
  static CAPTURING_PHASE = 1;
  static AT_TARGET = 2;
  static BUBBLING_PHASE = 3;

  #type;
  #bubbles;
  #cancelable;
  #composed;
  #timeStamp = platform.now();
  #target = null;
  #dispatching = false;
  #canceled = false;
  #passive = false;
  #stopped = false;
  #stoppedAtOnce = false;
  #trusted = false;

  constructor(type, options = {}) {
    needArguments(1, arguments.length, "Event");
    this.#type = String(type);
    this.#bubbles = Boolean(options?.bubbles);
    this.#cancelable = Boolean(options?.cancelable);
    this.#composed = Boolean(options?.composed);
  }

  get type() { return this.#type; }
  get target() { return this.#target; }
  get srcElement() { return this.#target; }
  get currentTarget() { return this.#dispatching ? this.#target : null; }
  get eventPhase() { return this.#dispatching ? Event.AT_TARGET : Event.NONE; }
  get bubbles() { return this.#bubbles; }
  get cancelable() { return this.#cancelable; }
  get composed() { return this.#composed; }
  get defaultPrevented() { return this.#canceled; }
  get returnValue() { return !this.#canceled; }
  get isTrusted() { return this.#trusted; }
  get timeStamp() { return this.#timeStamp; }
  get cancelBubble() { return this.#stopped; }
  set cancelBubble(value) { if (value) this.#stopped = true; }
  composedPath() { return this.#dispatching ? [this.#target] : []; }
  stopPropagation() { this.#stopped = true; }
  stopImmediatePropagation() { this.#stopped = this.#stoppedAtOnce = true; }
  preventDefault() { if (this.#cancelable && !this.#passive) this.#canceled = true; }

  static dispatch(event, target, trusted, listeners) {
    if (event.#dispatching) throw domException("The event is already being dispatched", "InvalidStateError");
    event.#target = target;
    event.#trusted = trusted;
    event.#dispatching = true;
    for (const listener of [...listeners]) {
      if (listener.removed || listener.type !== event.#type) continue;
      if (listener.once) listener.remove();
      event.#passive = listener.passive;
      listener.call(target, event);
      event.#passive = false;
      if (event.#stoppedAtOnce) break;
    }
    event.#dispatching = event.#stopped = event.#stoppedAtOnce = false;
    return !event.#canceled;
  }
}

const { dispatch } = Event;
delete Event.dispatch;
for (const [index, name] of ["NONE", "CAPTURING_PHASE", "AT_TARGET", "BUBBLING_PHASE"].entries()) {
  Object.defineProperty(Event.prototype, name, { value: index, enumerable: true });
}

export class EventTarget {
  #listeners = [];

  addEventListener(type, callback, options) {
    needArguments(2, arguments.length, "EventTarget.addEventListener");
    if (callback === null || callback === undefined) return;
    if (typeof callback !== "function" && typeof callback !== "object") {
      throw new TypeError("EventTarget.addEventListener: the listener is not an object.");
    }
    const { capture, once, passive, signal } = optionsOf(options);
    if (signal?.aborted) return;
    const same = (one) => one.type === String(type) && one.callback === callback && one.capture === capture;
    if (this.#listeners.some(same)) return;
    const listener = {
      type: String(type), callback, capture, once, passive, removed: false,
      remove: () => {
        listener.removed = true;
        this.#listeners = this.#listeners.filter((one) => one !== listener);
      },
      call: (target, event) => invoke(callback, target, event),
    };
    this.#listeners.push(listener);
    signal?.addEventListener("abort", listener.remove, { once: true });
  }

  removeEventListener(type, callback, options) {
    needArguments(2, arguments.length, "EventTarget.removeEventListener");
    const { capture } = optionsOf(options);
    this.#listeners
      .find((one) => one.type === String(type) && one.callback === callback && one.capture === capture)?.remove();
  }

  dispatchEvent(event) {
    if (!(event instanceof Event)) throw new TypeError("EventTarget.dispatchEvent: the argument is not an Event.");
    return dispatch(event, this, false, this.#listeners);
  }

  static trusted(target, event) { return dispatch(event, target, true, target.#listeners); }
}

export const dispatchTrusted = EventTarget.trusted;
delete EventTarget.trusted;

/** Adds the property `on<type>`, which holds at most one listener. */
export function handlerProperty(type, event) {
  const handlers = new WeakMap();
  Object.defineProperty(type.prototype, `on${event}`, {
    get() { return handlers.get(this)?.handler ?? null; },
    set(handler) {
      const former = handlers.get(this);
      if (former) this.removeEventListener(event, former.listener);
      handlers.delete(this);
      if (typeof handler !== "function") return;
      const listener = function (fired) { return handler.call(this, fired); };
      handlers.set(this, { handler, listener });
      this.addEventListener(event, listener);
    },
    configurable: true,
    enumerable: true,
  });
}

function optionsOf(options) {
  if (typeof options !== "object" || options === null) return { capture: Boolean(options), once: false, passive: false };
  const { capture, once, passive, signal } = options;
  return { capture: Boolean(capture), once: Boolean(once), passive: Boolean(passive), signal };
}

/** A listener that throws does not stop the others: its error becomes an unhandled rejection. */
function invoke(callback, target, event) {
  try {
    if (typeof callback === "function") callback.call(target, event);
    else callback.handleEvent(event);
  } catch (error) {
    void Promise.reject(error);
  }
}

expose(Event);
expose(EventTarget);
