// The console of user code. `host` has write(level, text), trace(text), now(); `inspector()` gives object-inspect.
(function makeConsole(host, inspector) {
  "use strict";
  const timers = new Map();
  const longest = 32768;
  let inspect;

  function render(values) {
    inspect ??= inspector();
    const texts = [];
    for (const value of values) {
      texts.push(inspect(value, { maxStringLength: longest, indent: 2, customInspect: true }));
    }
    return texts.join(" ");
  }

  function label(value) {
    return value === undefined ? "default" : String(value);
  }

  function elapsed(name) {
    return `${name}: ${Math.trunc(host.now() - timers.get(name))}ms`;
  }

  return {
    debug: function debug(...values) {
      host.write("DEBUG", render(values));
    },
    error: function error(...values) {
      host.write("ERROR", render(values));
    },
    info: function info(...values) {
      host.write("INFO", render(values));
    },
    log: function log(...values) {
      host.write("LOG", render(values));
    },
    warn: function warn(...values) {
      host.write("WARN", render(values));
    },
    trace: function trace(...values) {
      host.trace(render(values));
    },
    time: function time(value) {
      const name = label(value);
      if (timers.has(name)) {
        host.write("WARN", `Timer '${name}' already exists`);
      } else {
        timers.set(name, host.now());
      }
    },
    timeLog: function timeLog(value, ...values) {
      const name = label(value);
      if (!timers.has(name)) {
        host.write("WARN", `Timer '${name}' does not exist`);
      } else {
        const rest = render(values);
        host.write("INFO", rest === "" ? elapsed(name) : `${elapsed(name)} ${rest}`);
      }
    },
    timeEnd: function timeEnd(value) {
      const name = label(value);
      if (!timers.has(name)) {
        host.write("WARN", `Timer '${name}' does not exist`);
      } else {
        host.write("INFO", elapsed(name));
        timers.delete(name);
      }
    },
  };
});
