package dev.actionscope.app.arguments;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a user has entered for one validator: a view model without nodes. It always holds what was typed, right or
/// wrong; [#read] says what value that is, or why it is none.
///
/// FX thread only.
public abstract sealed class FormNode
        permits TextNode, ChoiceNode, UnionNode, OptionalNode, ListNode, FieldsNode, DictionaryNode {
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final List<Runnable> listeners = new ArrayList<>();

    /// An empty form for the validator.
    public static FormNode of(Validator validator) {
        return switch (validator) {
            case Validator.Bool() -> ChoiceNode.ofBoolean();
            case Validator.Null() -> ChoiceNode.ofNull();
            case Validator.Literal(JsonNode value) -> ChoiceNode.ofLiterals(List.of(value));
            case Validator.Union(List<Validator> members) -> union(members);
            case Validator.Array array -> new ListNode(array);
            case Validator.Fields fields -> new FieldsNode(fields);
            case Validator.Dictionary dictionary -> new DictionaryNode(dictionary);
            case Validator.Any any -> new TextNode(any);
            case Validator.Text text -> new TextNode(text);
            case Validator.Numeric number -> new TextNode(number);
            case Validator.BigInt number -> new TextNode(number);
            case Validator.Bytes bytes -> new TextNode(bytes);
            case Validator.Id id -> new TextNode(id);
        };
    }

    private static FormNode union(List<Validator> members) {
        List<JsonNode> literals = new ArrayList<>();
        for (Validator member : members) {
            if (!(member instanceof Validator.Literal literal)) {
                return new UnionNode(members);
            }
            literals.add(literal.value());
        }
        return ChoiceNode.ofLiterals(literals);
    }

    /// The value entered, as Convex JSON; null when something is wrong, which [#errorProperty] of the node concerned
    /// then says.
    public abstract @Nullable JsonNode read();

    /// Takes a value over, as Convex JSON.
    ///
    /// @return false, and nothing changed, when this validator has no room for it
    public abstract boolean write(JsonNode value);

    /// A copy of nothing: back to how it was made.
    public abstract void clear();

    /// What is wrong with this node itself; empty when nothing is. Set by [#read].
    public final ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// Called after each change of this node or one inside it.
    public final void onChange(Runnable listener) {
        listeners.add(listener);
    }

    final void changed() {
        for (Runnable listener : List.copyOf(listeners)) {
            listener.run();
        }
    }

    final @Nullable JsonNode right(JsonNode value) {
        error.set("");
        return value;
    }

    final @Nullable JsonNode wrong(String message) {
        error.set(message);
        return null;
    }

    final <T extends FormNode> T watching(T child) {
        child.onChange(this::changed);
        return child;
    }
}
