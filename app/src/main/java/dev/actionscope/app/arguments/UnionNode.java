package dev.actionscope.app.arguments;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One of several kinds of value; what was entered for the others is kept.
public final class UnionNode extends FormNode {
    private final List<Validator> validators;
    private final List<FormNode> members;
    private final IntegerProperty selected = new SimpleIntegerProperty(0);

    UnionNode(List<Validator> validators) {
        this.validators = validators;
        this.members = validators.stream().map(FormNode::of).map(this::watching).toList();
        selected.addListener((o, before, now) -> changed());
    }

    /// Which member is chosen.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The members' names, in their order.
    public List<String> labels() {
        return validators.stream().map(Validator::label).toList();
    }

    /// The chosen member.
    public FormNode member() {
        return members.get(selected.get());
    }

    @Override
    public @Nullable JsonNode read() {
        if (members.isEmpty()) {
            return wrong("This union has no members: nothing can be given.");
        }
        return member().read();
    }

    /// Takes the chosen member when it fits, else the first exact kind, and `any` only as the last resort.
    @Override
    public boolean write(JsonNode value) {
        if (!members.isEmpty() && !isAny(selected.get()) && member().write(value)) {
            return true;
        }
        for (boolean isAnyAllowed : new boolean[] {false, true}) {
            for (int i = 0; i < members.size(); i++) {
                if (isAny(i) == isAnyAllowed && members.get(i).write(value)) {
                    selected.set(i);
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void clear() {
        members.forEach(FormNode::clear);
        selected.set(0);
    }

    private boolean isAny(int index) {
        return validators.get(index) instanceof Validator.Any;
    }
}
