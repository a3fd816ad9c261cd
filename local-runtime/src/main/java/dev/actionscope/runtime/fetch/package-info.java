/// What `fetch` goes out through: the network, the answers of a stubs file, or nothing at all.
package dev.actionscope.runtime.fetch;
