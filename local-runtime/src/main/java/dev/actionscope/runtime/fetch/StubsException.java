package dev.actionscope.runtime.fetch;

import java.nio.file.Path;

/// A stubs file that cannot be used. The message names the file, the line and the entry, and says what to do.
public final class StubsException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final int line;

    StubsException(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
        this.file = file;
        this.line = line;
    }

    /// The stubs file.
    public Path file() {
        return file;
    }

    /// Where the fault is, 1-based.
    public int line() {
        return line;
    }

    /// The message, which every instance has.
    public String text() {
        return String.valueOf(getMessage());
    }
}
