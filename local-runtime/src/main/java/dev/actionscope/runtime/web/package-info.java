/// The web globals of the default Convex runtime: `URL`, `fetch`, streams, text, events, `crypto`, … The JavaScript
/// comes from the `web-platform` folder of this module; what it cannot do itself it asks of the classes here.
package dev.actionscope.runtime.web;
