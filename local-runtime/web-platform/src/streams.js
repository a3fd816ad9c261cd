import {
  ReadableStream, ReadableStreamBYOBReader, ReadableStreamDefaultReader, TransformStream, WritableStream,
  WritableStreamDefaultWriter,
} from "web-streams-polyfill";
import { expose } from "./shared/classes.js";

class TextEncoderStream {
  #transform;

  constructor() {
    const { TextEncoder } = platform.use("text");
    const encoder = new TextEncoder();
    let high = "";
    this.#transform = new TransformStream({
      transform(chunk, controller) {
        const text = high + String(chunk);
        high = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
        const whole = high ? text.slice(0, -1) : text;
        if (whole) controller.enqueue(encoder.encode(whole));
      },
      flush(controller) {
        if (high) controller.enqueue(encoder.encode(high));
      },
    });
  }

  get encoding() { return "utf-8"; }
  get readable() { return this.#transform.readable; }
  get writable() { return this.#transform.writable; }
}

class TextDecoderStream {
  #decoder;
  #transform;

  constructor(label, options) {
    const { TextDecoder } = platform.use("text");
    const decoder = new TextDecoder(label, options);
    this.#decoder = decoder;
    this.#transform = new TransformStream({
      transform(chunk, controller) {
        const text = decoder.decode(chunk, { stream: true });
        if (text) controller.enqueue(text);
      },
      flush(controller) {
        const text = decoder.decode();
        if (text) controller.enqueue(text);
      },
    });
  }

  get encoding() { return this.#decoder.encoding; }
  get fatal() { return this.#decoder.fatal; }
  get ignoreBOM() { return this.#decoder.ignoreBOM; }
  get readable() { return this.#transform.readable; }
  get writable() { return this.#transform.writable; }
}

expose(TextEncoderStream);
expose(TextDecoderStream);

export {
  ReadableStream, ReadableStreamBYOBReader, ReadableStreamDefaultReader, TextDecoderStream, TextEncoderStream,
  TransformStream, WritableStream, WritableStreamDefaultWriter,
};
