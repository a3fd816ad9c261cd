package dev.actionscope.app.arguments;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The fields of an object.
public final class FieldsNode extends FormNode {
    private final Validator.Fields validator;
    private final Map<String, FormNode> fields = new LinkedHashMap<>();

    FieldsNode(Validator.Fields validator) {
        this.validator = validator;
        validator.fields().forEach((name, field) -> {
            FormNode node = FormNode.of(field.validator());
            fields.put(name, watching(field.isOptional() ? new OptionalNode(node) : node));
        });
    }

    /// By name, in the source's order.
    public Map<String, FormNode> fields() {
        return fields;
    }

    /// What the field accepts.
    public Validator.Field field(String name) {
        Validator.Field field = validator.fields().get(name);
        if (field == null) {
            throw new IllegalArgumentException("no such field: " + name);
        }
        return field;
    }

    @Override
    public @Nullable JsonNode read() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean isWhole = true;
        for (Map.Entry<String, FormNode> entry : fields.entrySet()) {
            if (entry.getValue() instanceof OptionalNode optional
                    && !optional.presentProperty().get()) {
                continue;
            }
            JsonNode value = entry.getValue().read();
            if (value == null) {
                isWhole = false;
            } else {
                object.set(entry.getKey(), value);
            }
        }
        return isWhole ? right(object) : null;
    }

    @Override
    public boolean write(JsonNode value) {
        FieldsNode trial = new FieldsNode(validator);
        return trial.take(value) && take(value);
    }

    @Override
    public void clear() {
        fields.values().forEach(FormNode::clear);
    }

    private boolean take(JsonNode value) {
        if (!value.isObject() || !fields.keySet().containsAll(value.propertyNames())) {
            return false;
        }
        for (Map.Entry<String, FormNode> entry : fields.entrySet()) {
            JsonNode given = value.get(entry.getKey());
            boolean fits = switch (entry.getValue()) {
                case OptionalNode optional
                when given == null -> {
                    optional.presentProperty().set(false);
                    yield true;
                }
                case FormNode node -> given != null && node.write(given);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
