package dev.actionscope.app.arguments;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A field that may be left out.
public final class OptionalNode extends FormNode {
    private final FormNode inner;
    private final BooleanProperty present = new SimpleBooleanProperty(false);

    OptionalNode(FormNode inner) {
        this.inner = watching(inner);
        present.addListener((o, before, now) -> changed());
    }

    /// Whether the field is given.
    public BooleanProperty presentProperty() {
        return present;
    }

    /// What is entered for it.
    public FormNode inner() {
        return inner;
    }

    /// What is entered; not to be asked while it is left out.
    @Override
    public @Nullable JsonNode read() {
        return inner.read();
    }

    @Override
    public boolean write(JsonNode value) {
        if (!inner.write(value)) {
            return false;
        }
        present.set(true);
        return true;
    }

    @Override
    public void clear() {
        inner.clear();
        present.set(false);
    }
}
