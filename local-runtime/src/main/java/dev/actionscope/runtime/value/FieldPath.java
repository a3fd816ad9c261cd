package dev.actionscope.runtime.value;

import java.util.List;

/// The way to a field inside a document: `author.name`.
///
/// @param names at least one, each an identifier
public record FieldPath(List<String> names) {
    /// `_id`.
    public static final FieldPath ID = new FieldPath(List.of("_id"));

    /// `_creationTime`.
    public static final FieldPath CREATION_TIME = new FieldPath(List.of("_creationTime"));

    public FieldPath {
        names = List.copyOf(names);
    }

    /// Reads `a.b`.
    ///
    /// @throws ValueException for what is no path of identifiers
    public static FieldPath parse(String path) throws ValueException {
        List<String> names = List.of(path.split("\\.", -1));
        for (String name : names) {
            Names.checkField(name);
            Names.checkIdentifier(name);
        }
        return new FieldPath(names);
    }

    /// With dots, without quotes.
    public String dotted() {
        return String.join(".", names);
    }

    /// As Convex's messages show it: `"a.b"`.
    @Override
    public String toString() {
        return "\"" + dotted() + "\"";
    }
}
