import { URL as url, URLSearchParams as parameters } from "whatwg-url/webidl2js-wrapper.js";

const classes = { Array, Object, Promise, String, TypeError };
url.install(classes, ["Window"]);
parameters.install(classes, ["Window"]);
const { URL, URLSearchParams } = classes;

// Convex has these properties for reading only.
for (const name of ["host", "password", "username"]) {
  Object.defineProperty(URL.prototype, name, {
    get: Object.getOwnPropertyDescriptor(URL.prototype, name).get,
    set() { platform.notImplemented(`set ${name} for URL`); },
    configurable: true,
    enumerable: true,
  });
}

export { URL, URLSearchParams };
