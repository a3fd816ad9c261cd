package dev.actionscope.runtime.isolate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Source;

/// The scripts that ship with the runtime, parsed once per engine. Thread-safe.
final class RuntimeScripts {
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    /// The script of that name next to that class.
    Source source(Class<?> owner, String resource) {
        return sources.computeIfAbsent(owner.getPackageName() + "/" + resource, name -> read(owner, resource));
    }

    private static Source read(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + resource + " next to " + owner.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder("js", text, "actionscope:" + resource)
                    .internal(true)
                    .cached(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
