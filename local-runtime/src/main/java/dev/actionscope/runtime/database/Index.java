package dev.actionscope.runtime.database;

import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.IndexKey;
import java.util.ArrayList;
import java.util.List;

/// An index of a table.
///
/// @param id unique in the database, never given again
/// @param table the table's number
/// @param fields what keys are made of, before `_id`
/// @param staged kept up to date, but not open to queries
public record Index(int id, int table, String name, List<FieldPath> fields, boolean staged) {
    /// Every table's index by `_id`.
    public static final String BY_ID = "by_id";

    /// Every table's index by `_creationTime`.
    public static final String BY_CREATION_TIME = "by_creation_time";

    public Index {
        fields = List.copyOf(fields);
    }

    /// The key of a document, unique by the id at its end.
    byte[] key(Document document) {
        List<ConvexValue> values = new ArrayList<>(fields.size() + 1);
        for (FieldPath field : fields) {
            values.add(document.value().at(field));
        }
        values.add(new ConvexValue.Text(document.idText()));
        return IndexKey.of(values);
    }
}
