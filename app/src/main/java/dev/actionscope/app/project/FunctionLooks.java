package dev.actionscope.app.project;

import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BundledModule.Environment;

/// How a function is shown wherever it is shown.
public final class FunctionLooks {
    private FunctionLooks() {}

    /// The icon of its kind.
    public static Icons icon(FunctionKind kind) {
        return switch (kind) {
            case QUERY -> Icons.FUNCTION_QUERY;
            case MUTATION -> Icons.FUNCTION_MUTATION;
            case ACTION -> Icons.FUNCTION_ACTION;
            case HTTP_ACTION -> Icons.HTTP_ACTION;
        };
    }

    /// `internal action · Node.js`.
    public static String describe(FunctionInfo info) {
        return (info.isPublic() ? "" : "internal ")
                + (info.kind() == FunctionKind.HTTP_ACTION
                        ? "HTTP action"
                        : info.kind().id())
                + (isNode(info) ? " · Node.js" : "");
    }

    /// Whether it runs in Node.js.
    public static boolean isNode(FunctionInfo info) {
        return info.environment() == Environment.NODE;
    }
}
