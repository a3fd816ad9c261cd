export { Blob, File } from "./fetch/blob.js";
export { convexJsonFromResponse, finishHttpResult, getBlob, requestFromConvexJson, storeBlob } from "./fetch/convex.js";
export { fetch } from "./fetch/fetch.js";
export { FormData } from "./fetch/form-data.js";
export { Headers } from "./fetch/headers.js";
export { Request } from "./fetch/request.js";
export { Response } from "./fetch/response.js";
