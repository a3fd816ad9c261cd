package dev.actionscope.runtime.run;

/// Something the user has to put right. Its message is one line: what is wrong, where, and what to do.
public final class UserException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param message one line for the user
    public UserException(String message) {
        super(message);
    }

    /// @param message one line for the user
    public UserException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The line for the user.
    public String line() {
        return String.valueOf(getMessage());
    }
}
