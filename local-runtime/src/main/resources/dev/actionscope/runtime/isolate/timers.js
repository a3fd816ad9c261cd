// setTimeout and its like. `host` has start(id, name, delay, callback, args, repeats, scope) and clear(id); `scope` is
// what AsyncLocalStorage held when the timer was set.
(function makeTimers(host) {
  "use strict";
  const Snapshot = globalThis.AsyncContext?.Snapshot;
  let last = 0;

  function start(name, callback, delay, args, repeats) {
    if (typeof callback !== "function") {
      host.refuse(name, typeof callback);
    }
    last += 1;
    const milliseconds = Number(delay);
    const scope = Snapshot === undefined ? null : new Snapshot();
    host.start(last, name, milliseconds > 0 ? milliseconds : 0, callback, args, repeats, scope);
    return last;
  }

  return {
    setTimeout: function setTimeout(callback, delay, ...args) {
      return start("setTimeout", callback, delay, args, false);
    },
    setInterval: function setInterval(callback, delay, ...args) {
      return start("setInterval", callback, delay, args, true);
    },
    clearTimeout: function clearTimeout(id) {
      host.clear(Number(id));
    },
    clearInterval: function clearInterval(id) {
      host.clear(Number(id));
    },
  };
});
