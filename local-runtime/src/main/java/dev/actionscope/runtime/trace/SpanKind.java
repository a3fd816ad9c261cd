package dev.actionscope.runtime.trace;

/// What a span stands for. The lower-camel-case names are part of the command line's contract.
public enum SpanKind {
    ACTION("action"),
    QUERY("query"),
    MUTATION("mutation"),
    HTTP_ACTION("httpAction"),
    FETCH("fetch"),
    SCHEDULE("schedule"),
    CANCEL("cancel"),
    STORAGE("storage"),
    VECTOR_SEARCH("vectorSearch"),
    SEARCH("search"),
    DB("db"),
    TIMER("timer"),
    AUTH("auth");

    private final String id;

    SpanKind(String id) {
        this.id = id;
    }

    /// The name in `--output json` and in recordings.
    public String id() {
        return id;
    }

    /// The kind of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static SpanKind of(String id) {
        for (SpanKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such span kind: " + id);
    }
}
