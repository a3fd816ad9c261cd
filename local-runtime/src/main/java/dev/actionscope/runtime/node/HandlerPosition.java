package dev.actionscope.runtime.node;

import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.trace.SourcePosition;
import org.jspecify.annotations.Nullable;

/// Where a handler stands: V8 tells a function's text, which is looked up in its module.
final class HandlerPosition {
    private HandlerPosition() {}

    static @Nullable SourcePosition find(@Nullable BundledModule module, String handlerText) {
        if (module == null || handlerText.isEmpty()) {
            return null;
        }
        int at = module.source().indexOf(handlerText);
        if (at < 0) {
            return null;
        }
        int line = 1;
        int lineStart = 0;
        for (int next = module.source().indexOf('\n'); next >= 0 && next < at; ) {
            line++;
            lineStart = next + 1;
            next = module.source().indexOf('\n', lineStart);
        }
        return module.sourceMap().original(line, at - lineStart + 1);
    }
}
