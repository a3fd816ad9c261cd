package dev.actionscope.runtime.analysis;

import dev.actionscope.runtime.trace.SpanKind;

/// What a registered function is.
public enum FunctionKind {
    QUERY("query", SpanKind.QUERY),
    MUTATION("mutation", SpanKind.MUTATION),
    ACTION("action", SpanKind.ACTION),
    HTTP_ACTION("httpAction", SpanKind.HTTP_ACTION);

    private final String id;
    private final SpanKind spanKind;

    FunctionKind(String id, SpanKind spanKind) {
        this.id = id;
        this.spanKind = spanKind;
    }

    /// The name in the command line's output.
    public String id() {
        return id;
    }

    /// The kind of the span a call of it makes.
    public SpanKind spanKind() {
        return spanKind;
    }

    /// Whether it runs in a transaction, deterministic and without the outside world.
    public boolean isTransactional() {
        return this == QUERY || this == MUTATION;
    }
}
