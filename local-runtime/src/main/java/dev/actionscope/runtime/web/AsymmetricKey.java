package dev.actionscope.runtime.web;

import java.security.Key;
import java.security.PublicKey;
import org.graalvm.polyglot.proxy.Proxy;
import org.jspecify.annotations.Nullable;

/// A public or private key as scripts hold it: without a look inside.
///
/// @param publicKey of a private elliptic-curve key, which its own encoding does not tell
record AsymmetricKey(Key key, @Nullable PublicKey publicKey) implements Proxy {
    AsymmetricKey(PublicKey key) {
        this(key, null);
    }
}
