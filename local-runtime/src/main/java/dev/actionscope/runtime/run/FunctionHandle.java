package dev.actionscope.runtime.run;

import dev.actionscope.runtime.seam.SyscallException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A function reference that can be stored and passed on: `function://<hex of the path>`.
///
/// @param path as in `messages:send`
record FunctionHandle(String path) {
    static final String PREFIX = "function://";

    static FunctionHandle of(String path) {
        return new FunctionHandle(path);
    }

    static FunctionHandle parse(String text) throws SyscallException {
        int end = text.indexOf('#');
        String id = text.substring(PREFIX.length(), end < 0 ? text.length() : end);
        try {
            return new FunctionHandle(new String(HexFormat.of().parseHex(id), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw new SyscallException("Invalid function handle: " + text);
        }
    }

    String text() {
        return PREFIX + HexFormat.of().formatHex(path.getBytes(StandardCharsets.UTF_8));
    }
}
