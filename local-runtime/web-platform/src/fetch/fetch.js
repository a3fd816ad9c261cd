// https://fetch.spec.whatwg.org/#fetch-method, as far as a server needs it: no origin, no cache, no cookies.
import { Content } from "./body.js";
import { Headers } from "./headers.js";
import { Request, contentOfRequest, signalOfRequest } from "./request.js";
import { responseOfNetwork } from "./response.js";

const redirectStatuses = [301, 302, 303, 307, 308];
const mostRedirects = 20;

export async function fetch(input, init) {
  if (arguments.length === 0) throw new TypeError("fetch: 1 argument required, but only 0 present.");
  platform.needAction("fetch()");
  const request = new Request(input, init);
  const abort = abortOf(signalOfRequest(request));
  abort.check();
  const content = contentOfRequest(request);
  const streamed = content !== null && content.bytesAtHand === null;
  const body = streamed ? await content.consumeBytes() : content?.bytesAtHand ?? null;
  abort.check();
  try {
    return await follow({
      url: request.url,
      method: request.method,
      headers: new Headers(request.headers),
      body,
      streamed,
      redirect: request.redirect,
    }, abort);
  } catch (error) {
    abort.release();
    throw error;
  }
}

async function follow(hop, abort) {
  for (let redirects = 0; ; redirects++) {
    const { URL } = platform.use("url");
    const url = new URL(hop.url);
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      throw new TypeError(`fetch only supports http and https, not "${url.protocol}" (${hop.url})`);
    }
    url.hash = "";
    const answer = await one(hop, url.href, abort);
    const location = redirectStatuses.includes(answer.status) ? answer.headers.get("location") : null;
    if (location === null || hop.redirect === "manual") return responseOf(answer, hop, redirects > 0, abort);
    platform.dropBody(answer.bodyId);
    if (hop.redirect === "error") throw new TypeError("fetch attempted redirect");
    if (redirects === mostRedirects) throw new TypeError("fetch too many redirects");
    redirectTo(new URL(location, url.href), url, hop, answer.status);
  }
}

/** One request and the head of its response. */
async function one(hop, url, abort) {
  const pairs = [...hop.headers];
  const operation = platform.fetch(url, hop.method, pairs, hop.body === null ? null : hop.body.slice().buffer);
  const answer = await abort.race(operation.promise, () => operation.cancel());
  const headers = new Headers();
  for (let index = 0; index < answer.headers.length; index += 2) {
    headers.append(answer.headers[index], answer.headers[index + 1]);
  }
  return { status: answer.status, statusText: answer.statusText, url: answer.url, bodyId: answer.bodyId, headers };
}

function responseOf(answer, hop, redirected, abort) {
  const content = new Content({ readChunk: () => platform.readBody(answer.bodyId) });
  content.onCancel = () => platform.dropBody(answer.bodyId);
  abort.onAbort((reason) => {
    platform.dropBody(answer.bodyId);
    content.fail(reason);
  });
  const { status, statusText, headers, url } = answer;
  return responseOfNetwork({
    status, statusText, headers, url, redirected, content: hop.method === "HEAD" ? null : content,
  });
}

/** https://fetch.spec.whatwg.org/#http-redirect-fetch */
function redirectTo(target, from, hop, status) {
  if (target.protocol !== "http:" && target.protocol !== "https:") {
    throw new TypeError(`fetch was redirected to "${target.protocol}", which is neither http nor https (${target.href})`);
  }
  if (hop.streamed && status !== 303) throw new TypeError("fetch cannot redirect with streamed body");
  const becomesGet = ([301, 302].includes(status) && hop.method === "POST")
    || (status === 303 && !["GET", "HEAD"].includes(hop.method));
  if (becomesGet) {
    hop.method = "GET";
    hop.body = null;
    for (const name of ["content-encoding", "content-language", "content-location", "content-type", "content-length"]) {
      hop.headers.delete(name);
    }
  }
  if (target.origin !== from.origin) {
    for (const name of ["authorization", "cookie", "host", "proxy-authorization"]) hop.headers.delete(name);
  }
  hop.url = target.href;
}

/** What an AbortSignal does to one fetch. */
function abortOf(signal) {
  if (signal === null) {
    return { check() {}, release() {}, onAbort() {}, race: (promise) => promise };
  }
  const { onAbort } = platform.use("events");
  let release = () => {};
  return {
    check() { if (signal.aborted) throw signal.reason; },
    release() { release(); },
    onAbort(algorithm) { release = onAbort(signal, () => algorithm(signal.reason)); },
    race(promise, cancel) {
      return new Promise((resolve, reject) => {
        release = onAbort(signal, () => {
          cancel();
          reject(signal.reason);
        });
        promise.then((value) => { release(); resolve(value); }, (error) => { release(); reject(error); });
      });
    },
  };
}
