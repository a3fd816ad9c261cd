package dev.actionscope.runtime.run;

import dev.actionscope.runtime.seam.SyscallException;
import tools.jackson.databind.JsonNode;

/// Which function a syscall names: `{"name"}`, `{"functionHandle"}` or `{"reference"}`.
public final class FunctionAddress {
    private static final String FUNCTION_REFERENCE = "_reference/function/";

    private FunctionAddress() {}

    /// The function's path, as in `messages:send`.
    ///
    /// @throws SyscallException when the address cannot be understood
    static String resolve(JsonNode arguments) throws SyscallException {
        if (arguments.has("name")) {
            return canonical(arguments.path("name").asString());
        }
        if (arguments.has("functionHandle")) {
            return FunctionHandle.parse(arguments.path("functionHandle").asString())
                    .path();
        }
        String reference = arguments.path("reference").asString("");
        if (reference.startsWith(FUNCTION_REFERENCE)) {
            return canonical(reference.substring(FUNCTION_REFERENCE.length()));
        }
        throw new SyscallException("Couldn't resolve the function reference " + reference + ".");
    }

    /// `dir/mod.js:fn` and `dir/mod` → `dir/mod:fn`, `dir/mod:default`.
    public static String canonical(String path) {
        int colon = path.lastIndexOf(':');
        String module = colon < 0 ? path : path.substring(0, colon);
        String export = colon < 0 ? "default" : path.substring(colon + 1);
        return (module.endsWith(".js") ? module.substring(0, module.length() - 3) : module) + ":" + export;
    }
}
