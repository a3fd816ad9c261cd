package dev.actionscope.app.arguments;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One of a few fixed values: booleans, null, literals and unions of literals.
public final class ChoiceNode extends FormNode {
    private final List<JsonNode> values;
    private final IntegerProperty selected = new SimpleIntegerProperty(0);

    private ChoiceNode(List<JsonNode> values) {
        this.values = List.copyOf(values);
        selected.addListener((o, before, now) -> changed());
    }

    static ChoiceNode ofBoolean() {
        return new ChoiceNode(
                List.of(JsonNodeFactory.instance.booleanNode(false), JsonNodeFactory.instance.booleanNode(true)));
    }

    static ChoiceNode ofNull() {
        return new ChoiceNode(List.of(JsonNodeFactory.instance.nullNode()));
    }

    static ChoiceNode ofLiterals(List<JsonNode> literals) {
        return new ChoiceNode(literals);
    }

    /// The values as a person writes them.
    public List<String> labels() {
        return values.stream().map(ConvexJson::describe).toList();
    }

    /// Whether it is exactly false or true.
    public boolean isBoolean() {
        return values.size() == 2
                && values.get(0).isBoolean()
                && values.get(1).isBoolean()
                && !values.get(0).booleanValue();
    }

    /// The index of the chosen value.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    @Override
    public @Nullable JsonNode read() {
        return right(values.get(selected.get()));
    }

    @Override
    public boolean write(JsonNode value) {
        for (int i = 0; i < values.size(); i++) {
            if (isSame(values.get(i), value)) {
                selected.set(i);
                return true;
            }
        }
        return false;
    }

    @Override
    public void clear() {
        selected.set(0);
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        boolean areNumbers = one.isNumber() && other.isNumber();
        return areNumbers ? one.doubleValue() == other.doubleValue() : one.equals(other);
    }
}
