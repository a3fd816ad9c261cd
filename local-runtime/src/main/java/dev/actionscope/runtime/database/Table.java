package dev.actionscope.runtime.database;

/// A table.
///
/// @param number what its ids carry; user tables count from [#FIRST_USER_NUMBER]
public record Table(int number, String name) {
    /// The number of the first user table; lower ones are system tables.
    public static final int FIRST_USER_NUMBER = 10_001;

    /// Where functions scheduled for later are.
    public static final String SCHEDULED_FUNCTIONS = "_scheduled_functions";

    /// Where metadata of stored files is.
    public static final String STORAGE = "_storage";

    /// Whether user code cannot write it.
    public boolean isSystem() {
        return isSystem(name);
    }

    /// Whether that is the name of a system table.
    public static boolean isSystem(String name) {
        return name.startsWith("_");
    }

    /// Whether user code may know it.
    public boolean isVisible() {
        return !isSystem() || name.equals(SCHEDULED_FUNCTIONS) || name.equals(STORAGE);
    }
}
