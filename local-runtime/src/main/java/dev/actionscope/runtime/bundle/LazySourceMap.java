package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source map that is decoded when it is first asked something: most of a bundle's are never asked.
final class LazySourceMap implements SourceMap {
    private final String module;
    private @Nullable String json;
    private @Nullable SourceMap decoded;

    LazySourceMap(String json, String module) {
        this.json = json;
        this.module = module;
    }

    @Override
    public @Nullable SourcePosition original(int line, int column) {
        return decoded().original(line, column);
    }

    @Override
    public List<Generated> generated(String file, int line) {
        return decoded().generated(file, line);
    }

    @Override
    public List<String> sources() {
        return decoded().sources();
    }

    private synchronized SourceMap decoded() {
        SourceMap map = decoded;
        if (map == null) {
            map = json == null ? SourceMaps.empty() : SourceMaps.decode(json, module);
            decoded = map;
            json = null;
        }
        return map;
    }
}
