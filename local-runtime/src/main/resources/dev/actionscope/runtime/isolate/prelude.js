// Runs first in every realm: clock, randomness and environment come from the host, and the host gets functions it
// cannot write in Java. `host` has now, random, performanceNow and environment.
(function prelude(host) {
  "use strict";
  const global = globalThis;
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { construct } = Reflect;
  const parseJson = JSON.parse;
  const toJson = JSON.stringify;
  const NativeError = Error;

  function define(target, name, value) {
    defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }

  // Date: only a call without arguments reads the clock.
  const NativeDate = Date;
  const HostDate = function Date(...args) {
    if (new.target === undefined) {
      return new NativeDate(host.now()).toString();
    }
    return construct(NativeDate, args.length === 0 ? [host.now()] : args, new.target);
  };
  defineProperty(HostDate, "length", { value: 7, configurable: true });
  defineProperty(HostDate, "prototype", { value: NativeDate.prototype, writable: false });
  define(HostDate, "now", function now() {
    return host.now();
  });
  define(HostDate, "parse", NativeDate.parse);
  define(HostDate, "UTC", NativeDate.UTC);
  define(NativeDate.prototype, "constructor", HostDate);
  define(global, "Date", HostDate);

  define(Math, "random", function random() {
    return host.random();
  });

  class Performance {
    now() {
      return host.performanceNow();
    }
    get timeOrigin() {
      return host.now() - host.performanceNow();
    }
    toJSON() {
      return { timeOrigin: this.timeOrigin };
    }
    get [Symbol.toStringTag]() {
      return "Performance";
    }
  }
  define(global, "Performance", Performance);
  define(global, "performance", new Performance());

  // What the garbage collector does must not be seen.
  define(
    global,
    "WeakRef",
    class WeakRef {
      #target;
      constructor(target) {
        if ((typeof target !== "object" || target === null) && typeof target !== "function") {
          throw new TypeError("WeakRef: target must be an object");
        }
        this.#target = target;
      }
      deref() {
        return this.#target;
      }
      get [Symbol.toStringTag]() {
        return "WeakRef";
      }
    },
  );
  define(
    global,
    "FinalizationRegistry",
    class FinalizationRegistry {
      constructor(callback) {
        if (typeof callback !== "function") {
          throw new TypeError("FinalizationRegistry: cleanup must be callable");
        }
      }
      register() {}
      unregister() {
        return false;
      }
      get [Symbol.toStringTag]() {
        return "FinalizationRegistry";
      }
    },
  );

  const environment = new Proxy(
    {},
    {
      get: (_, name) => (typeof name === "string" ? (host.environment(name) ?? undefined) : undefined),
      has: (_, name) => typeof name === "string" && host.environment(name) != null,
      set: () => true,
    },
  );
  define(global, "process", { env: environment });

  // Globals that are made when they are first read.
  function defineLazily(names, make) {
    let made;
    const get = (name) => {
      if (made === undefined) {
        made = make();
        for (const each of names) {
          const current = getOwnPropertyDescriptor(global, each);
          if (current !== undefined && current.get !== undefined && current.get.lazy === make) {
            define(global, each, made[each]);
          }
        }
      }
      return made[name];
    };
    for (const name of names) {
      const getter = () => get(name);
      getter.lazy = make;
      defineProperty(global, name, {
        get: getter,
        set: (value) => define(global, name, value),
        configurable: true,
        enumerable: false,
      });
    }
  }

  // Intl.DateTimeFormat().format() without an argument reads the clock, too.
  const NativeIntl = Intl;
  defineLazily(["Intl"], () => {
    const prototype = NativeIntl.DateTimeFormat.prototype;
    const nativeFormat = getOwnPropertyDescriptor(prototype, "format").get;
    const nativeParts = prototype.formatToParts;
    const formats = new WeakMap();
    defineProperty(prototype, "format", {
      get() {
        let format = formats.get(this);
        if (format === undefined) {
          const native = nativeFormat.call(this);
          format = (date) => native(date === undefined ? host.now() : date);
          formats.set(this, format);
        }
        return format;
      },
      configurable: true,
      enumerable: false,
    });
    define(prototype, "formatToParts", function formatToParts(date) {
      return nativeParts.call(this, date === undefined ? host.now() : date);
    });
    return { Intl: NativeIntl };
  });

  function text(value) {
    if (typeof value === "string") {
      return value;
    }
    if (typeof value === "symbol" || typeof value === "bigint") {
      return String(value);
    }
    if (typeof value === "object" && value !== null) {
      const name = value.constructor?.name;
      return `#<${typeof name === "string" && name !== "" ? name : "Object"}>`;
    }
    return String(value);
  }

  return {
    define: (name, value) => define(global, name, value),
    defineLazily: (names, make) => defineLazily([...names], make),
    newError: (type, message) => {
      const Type = global[type];
      return new (typeof Type === "function" ? Type : NativeError)(message);
    },
    newSyscallError: (message, data) => {
      const error = new NativeError(message);
      if (data !== undefined && data !== null) {
        error.data = parseJson(data);
      }
      return error;
    },
    toJson: (value) => toJson(value),
    raise: (error) => {
      throw error;
    },
    invokeHttpAction: async (action, json) => {
      const request = Convex.jsSyscall("requestFromConvexJson", { convexJson: parseJson(json) });
      const response = await action.invokeHttpAction(request);
      return toJson(Convex.jsSyscall("convexJsonFromResponse", { response }));
    },
    // What the host tells about a value that was thrown: [message, data or null].
    describe: (thrown) => {
      try {
        if (thrown instanceof NativeError || (typeof thrown === "object" && thrown !== null && "stack" in thrown)) {
          const name = thrown.name === undefined ? "Error" : String(thrown.name);
          const message = thrown.message === undefined ? "" : String(thrown.message);
          const label = name === "" || message === "" ? name + message : `${name}: ${message}`;
          const isConvexError = thrown[thrown.ConvexErrorSymbol] === true;
          return [`Uncaught ${label}`, isConvexError && typeof thrown.data === "string" ? thrown.data : null];
        }
        return [`Uncaught ${text(thrown)}`, null];
      } catch {
        return ["Uncaught exception", null];
      }
    },
  };
});
