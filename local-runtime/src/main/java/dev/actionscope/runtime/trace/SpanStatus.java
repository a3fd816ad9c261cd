package dev.actionscope.runtime.trace;

import java.util.Locale;

/// How a span ended. `RUNNING` is seen only while a run goes on.
public enum SpanStatus {
    RUNNING,
    OK,
    ERROR,
    DANGLING,
    CANCELED;

    /// The name in `--output json` and in recordings.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of that name.
    public static SpanStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
