package dev.actionscope.runtime.trace;

/// How a run ended.
public enum RunStatus {
    SUCCESS("success"),
    ERROR("error"),
    TIMEOUT("timeout"),
    OUT_OF_MEMORY("out-of-memory"),
    CANCELED("canceled");

    private final String id;

    RunStatus(String id) {
        this.id = id;
    }

    /// The name in `--output json` and in recordings.
    public String id() {
        return id;
    }
}
