package dev.actionscope.runtime.schema;

import dev.actionscope.runtime.value.ConvexValue;

/// Why a value is not of a type, and where in it.
///
/// @param reason the first part of the text
/// @param path like `.a[0]`, empty at the top
/// @param detail the lines after the path, or empty when the path ends the text
record Mismatch(String reason, String path, String detail) {

    static Mismatch at(String reason) {
        return new Mismatch(reason, "", "");
    }

    static Mismatch at(String reason, String subject, ConvexValue value, Validator validator) {
        return new Mismatch(reason, "", "\n" + subject + ": " + value + "\nValidator: " + validator);
    }

    /// The same, seen from one level further out.
    Mismatch inside(String step) {
        return new Mismatch(reason, step + path, detail);
    }

    String text() {
        String where = path.isEmpty() ? "" : "Path: " + path;
        return reason + (detail.isEmpty() ? "" : "\n") + where + detail;
    }
}
