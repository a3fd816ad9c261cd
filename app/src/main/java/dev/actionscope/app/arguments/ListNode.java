package dev.actionscope.app.arguments;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Any number of values of one kind.
public final class ListNode extends FormNode {
    /// The most elements that a form shows; more belong into JSON.
    public static final int MAX_ELEMENTS = 200;

    private final Validator.Array validator;
    private final ObservableList<FormNode> elements = FXCollections.observableArrayList();

    ListNode(Validator.Array validator) {
        this.validator = validator;
    }

    /// What is entered, in order; read only.
    public ObservableList<FormNode> elements() {
        return FXCollections.unmodifiableObservableList(elements);
    }

    /// Appends an empty element.
    public void add() {
        if (elements.size() < MAX_ELEMENTS) {
            elements.add(watching(FormNode.of(validator.element())));
            changed();
        }
    }

    /// Takes an element out.
    public void remove(FormNode element) {
        if (elements.remove(element)) {
            changed();
        }
    }

    @Override
    public @Nullable JsonNode read() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        boolean isWhole = true;
        for (FormNode element : elements) {
            JsonNode value = element.read();
            if (value == null) {
                isWhole = false;
            } else {
                array.add(value);
            }
        }
        return isWhole ? right(array) : null;
    }

    @Override
    public boolean write(JsonNode value) {
        if (!value.isArray() || value.size() > MAX_ELEMENTS) {
            return false;
        }
        List<FormNode> read = new ArrayList<>();
        for (JsonNode element : value) {
            FormNode node = FormNode.of(validator.element());
            if (!node.write(element)) {
                return false;
            }
            read.add(watching(node));
        }
        elements.setAll(read);
        changed();
        return true;
    }

    @Override
    public void clear() {
        elements.clear();
        changed();
    }
}
