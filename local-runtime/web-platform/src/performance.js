import { expose, needArguments, domException } from "./shared/classes.js";

const { EventTarget } = platform.use("events");
const construct = Symbol("construct");

class PerformanceEntry {
  #fields;

  constructor(token, fields) {
    if (token !== construct) throw new TypeError("Illegal constructor");
    this.#fields = fields;
  }

  get name() { return this.#fields.name; }
  get entryType() { return this.#fields.entryType; }
  get startTime() { return this.#fields.startTime; }
  get duration() { return this.#fields.duration; }
  toJSON() {
    const { name, entryType, startTime, duration } = this;
    return { name, entryType, startTime, duration };
  }
}

class PerformanceMark extends PerformanceEntry {
  #detail;

  constructor(name, options = {}) {
    needArguments(1, arguments.length, "PerformanceMark");
    const startTime = options.startTime === undefined ? platform.now() : Number(options.startTime);
    if (startTime < 0) throw new TypeError("PerformanceMark: the start time is negative.");
    super(construct, { name: String(name), entryType: "mark", startTime, duration: 0 });
    this.#detail = detailOf(options);
  }

  get detail() { return this.#detail; }
}

class PerformanceMeasure extends PerformanceEntry {
  #detail;

  constructor(token, fields, detail) {
    super(token, fields);
    this.#detail = detail;
  }

  get detail() { return this.#detail; }
}

class Performance extends EventTarget {
  #entries = [];
  #timeOrigin;

  constructor(token, timeOrigin) {
    if (token !== construct) throw new TypeError("Illegal constructor");
    super();
    this.#timeOrigin = timeOrigin;
  }

  get timeOrigin() { return this.#timeOrigin; }
  get eventCounts() { return platform.notImplemented("get eventCounts for Performance"); }
  get timing() { return platform.notImplemented("get timing for Performance"); }
  get navigation() { return platform.notImplemented("get navigation for Performance"); }

  now() { return platform.now(); }

  mark(name, options) {
    const mark = new PerformanceMark(name, options);
    this.#add(mark);
    return mark;
  }

  measure(name, startOrOptions, endMark) {
    needArguments(1, arguments.length, "Performance.measure");
    const options = typeof startOrOptions === "object" && startOrOptions !== null ? startOrOptions : null;
    let { start, end, duration } = options ?? { start: startOrOptions, end: endMark };
    const at = (point) => (typeof point === "number" ? point : this.#lastMark(String(point)));
    if (options && start === undefined && end !== undefined && duration !== undefined) start = at(end) - duration;
    const from = start === undefined ? 0 : at(start);
    if (end === undefined && duration !== undefined) end = from + duration;
    const to = end === undefined ? platform.now() : at(end);
    const fields = { name: String(name), entryType: "measure", startTime: from, duration: to - from };
    const measure = new PerformanceMeasure(construct, fields, detailOf(options ?? {}));
    this.#add(measure);
    return measure;
  }

  clearMarks(name) { this.#clear("mark", name); }
  clearMeasures(name) { this.#clear("measure", name); }
  getEntries() { return [...this.#entries]; }
  getEntriesByType(type) { return this.#entries.filter((entry) => entry.entryType === String(type)); }
  getEntriesByName(name, type) {
    return this.#entries.filter((entry) =>
      entry.name === String(name) && (type === undefined || entry.entryType === String(type)));
  }
  toJSON() { return { timeOrigin: this.timeOrigin }; }

  #add(entry) {
    this.#entries.push(entry);
    this.#entries.sort((a, b) => a.startTime - b.startTime);
  }

  #clear(type, name) {
    this.#entries = this.#entries.filter((entry) =>
      entry.entryType !== type || (name !== undefined && entry.name !== String(name)));
  }

  #lastMark(name) {
    const mark = this.#entries.findLast((entry) => entry.entryType === "mark" && entry.name === name);
    if (!mark) throw domException(`The mark '${name}' does not exist.`, "SyntaxError");
    return mark.startTime;
  }
}

function detailOf({ detail }) {
  return detail === undefined || detail === null ? null : platform.use("clone").structuredClone(detail);
}

for (const type of [PerformanceEntry, PerformanceMark, PerformanceMeasure, Performance]) expose(type);

const performance = new Performance(construct, platform.timeOrigin());

export { Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, performance };
