package dev.actionscope.inspector.model;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The one span that the call tree, the timeline, the details and the editor all point at.
///
/// Confined to the thread of the views.
public final class TraceSelection {
    private final List<Consumer<OptionalLong>> listeners = new CopyOnWriteArrayList<>();
    private OptionalLong spanId = OptionalLong.empty();

    /// The selected span's id.
    public OptionalLong spanId() {
        return spanId;
    }

    public boolean isSelected(long id) {
        return spanId.isPresent() && spanId.getAsLong() == id;
    }

    /// Selects a span; listeners hear of it only when it was not selected before.
    public void select(long id) {
        change(OptionalLong.of(id));
    }

    public void clear() {
        change(OptionalLong.empty());
    }

    private void change(OptionalLong selected) {
        if (!spanId.equals(selected)) {
            spanId = selected;
            listeners.forEach(listener -> listener.accept(selected));
        }
    }

    /// Calls the listener after every change, until the subscription is closed.
    public Subscription onChange(Consumer<OptionalLong> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
