// What the convex package asks of the runtime with live objects: Convex.jsSyscall.
import { Blob, bytesOfBlob } from "./blob.js";
import { Request } from "./request.js";
import { Response, contentOfResponse } from "./response.js";

/** The request an HTTP action gets. The JSON is the host's own: `{url, method, headerPairs, body: base64 | null}`. */
export function requestFromConvexJson({ convexJson }) {
  const { url, method, headerPairs, body } = convexJson;
  const withBody = body !== null && body !== undefined && !["GET", "HEAD"].includes(method);
  return new Request(url, {
    method, headers: headerPairs, body: withBody ? platform.base64Decode(body) : undefined,
  });
}

/** The head of an HTTP action's response, its body beside it or, when it is a stream, to come. */
export function convexJsonFromResponse({ response }) {
  if (!(response instanceof Response)) {
    throw new TypeError("HTTP actions must return a Response object.");
  }
  const { status, statusText, url } = response;
  const content = contentOfResponse(response);
  const bytes = content === null ? new Uint8Array(0) : content.bytesAtHand;
  const head = { headerPairs: [...response.headers], status, statusText, url, streamId: null };
  if (bytes !== null) return { ...head, body: platform.base64Encode(bytes.slice().buffer) };
  streamed = content;
  return { ...head, streamId: "body", body: null };
}

/** The body of the response that was last told of, while it still comes. */
let streamed = null;

/** The result of an HTTP action with the body in it, once all of the body has come. */
export async function finishHttpResult(result) {
  const parsed = JSON.parse(result);
  if (parsed === null || parsed.streamId !== "body" || streamed === null) return result;
  const bytes = await streamed.consumeBytes();
  return JSON.stringify({ ...parsed, streamId: null, body: platform.base64Encode(bytes.buffer) });
}

export async function storeBlob({ blob, options }) {
  if (!(blob instanceof Blob)) throw new TypeError("storage.store: the argument is not a Blob.");
  return platform.storeBlob(bytesOfBlob(blob).slice().buffer, blob.type, options?.sha256 ?? null);
}

export async function getBlob({ storageId }) {
  const found = await platform.getBlob(String(storageId));
  return found === null ? null : new Blob([found.bytes], { type: found.contentType });
}

