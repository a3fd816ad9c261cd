package dev.actionscope.app.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A record: any number of entries, each with a key of one kind and a value of another.
public final class DictionaryNode extends FormNode {
    private final Validator.Dictionary validator;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();

    DictionaryNode(Validator.Dictionary validator) {
        this.validator = validator;
    }

    /// One key and its value.
    public record Entry(FormNode key, FormNode value) {}

    /// What is entered, in order; read only.
    public ObservableList<Entry> entries() {
        return FXCollections.unmodifiableObservableList(entries);
    }

    /// Appends an empty entry.
    public void add() {
        if (entries.size() < ListNode.MAX_ELEMENTS) {
            entries.add(fresh());
            changed();
        }
    }

    /// Takes an entry out.
    public void remove(Entry entry) {
        if (entries.remove(entry)) {
            changed();
        }
    }

    @Override
    public @Nullable JsonNode read() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean isWhole = true;
        for (Entry entry : entries) {
            JsonNode key = entry.key().read();
            JsonNode value = entry.value().read();
            if (key == null || value == null) {
                isWhole = false;
            } else if (!key.isString() || object.has(key.stringValue())) {
                return wrong(key.isString() ? "The key " + key + " is given twice." : "Keys are strings.");
            } else {
                object.set(key.stringValue(), value);
            }
        }
        return isWhole ? right(object) : null;
    }

    @Override
    public boolean write(JsonNode value) {
        if (!value.isObject() || value.size() > ListNode.MAX_ELEMENTS) {
            return false;
        }
        List<Entry> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            Entry entry = fresh();
            if (!entry.key().write(JsonNodeFactory.instance.stringNode(property.getKey()))
                    || !entry.value().write(property.getValue())) {
                return false;
            }
            read.add(entry);
        }
        entries.setAll(read);
        changed();
        return true;
    }

    @Override
    public void clear() {
        entries.clear();
        changed();
    }

    private Entry fresh() {
        return new Entry(watching(FormNode.of(validator.keys())), watching(FormNode.of(validator.values())));
    }
}
