package dev.actionscope.runtime.database;

import dev.actionscope.runtime.value.DocumentId;
import java.util.List;

/// What came of giving the database a schema.
public sealed interface SchemaChange {

    /// The schema holds from now on.
    ///
    /// @param builtIndexes `table.index` of those made now, for the documents that were there
    /// @param droppedIndexes `table.index` of those no longer kept
    record Applied(List<String> builtIndexes, List<String> droppedIndexes) implements SchemaChange {
        public Applied {
            builtIndexes = List.copyOf(builtIndexes);
            droppedIndexes = List.copyOf(droppedIndexes);
        }
    }

    /// Documents that are there do not have their table's type; the schema before it holds on.
    ///
    /// @param violations the first of them
    record Rejected(List<Violation> violations) implements SchemaChange {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }

    /// One document that does not have its table's type.
    ///
    /// @param mismatch what is wrong with it, in Convex's words
    record Violation(String table, DocumentId id, String mismatch) {
        /// As Convex reports it.
        public String message() {
            return "Document with ID \"" + id + "\" in table \"" + table + "\" does not match the schema: " + mismatch;
        }
    }
}
