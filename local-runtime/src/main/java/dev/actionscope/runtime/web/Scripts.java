package dev.actionscope.runtime.web;

import dev.actionscope.runtime.isolate.Realm;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/// The scripts of one realm, each evaluated when it is first used, and the object `platform` through which they reach
/// each other and the host.
final class Scripts {
    private final Realm realm;
    private final Value asyncContext;
    private final Map<String, Value> exports = new HashMap<>();
    private @Nullable ProxyObject platform;

    Scripts(Realm realm, Value asyncContext) {
        this.realm = realm;
        this.asyncContext = asyncContext;
    }

    /// What the script exports.
    Value use(String name) {
        Value known = exports.get(name);
        if (known != null) {
            return known;
        }
        Value made = realm.evaluate(WebPlatform.class, name + ".js").execute(platform());
        exports.put(name, made);
        return made;
    }

    /// Host names that are not plain ASCII need tables that nothing else does.
    private @Nullable String toAscii(@Nullable String domain) {
        Value ascii = use("idna").getMember("toASCII").execute(domain);
        return ascii.isNull() ? null : ascii.asString();
    }

    private ProxyObject platform() {
        if (platform == null) {
            Map<String, Object> members = new HashMap<>();
            Buffers buffers = new Buffers(realm.context());
            members.put("AsyncContext", asyncContext);
            members.put("use", (ProxyExecutable) arguments -> use(arguments[0].asString()));
            members.put("isLoaded", (ProxyExecutable) arguments -> exports.containsKey(arguments[0].asString()));
            new RealmFunctions(realm).addTo(members);
            new TextFunctions(buffers).addTo(members);
            new UrlFunctions(this::toAscii).addTo(members);
            new NetworkFunctions(realm, buffers).addTo(members);
            members.put("crypto", new CryptoFunctions(realm, buffers).members());
            platform = ProxyObject.fromMap(members);
        }
        return platform;
    }
}
