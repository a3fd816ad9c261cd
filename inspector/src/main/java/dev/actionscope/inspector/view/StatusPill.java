package dev.actionscope.inspector.view;

import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.SpanStatus;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A status as an icon and a word on a quiet background of its colour.
public final class StatusPill extends Label {
    private String tone = "";

    public StatusPill() {
        getStyleClass().addAll("pill", "status-pill");
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows a span's status.
    public void show(SpanStatus status) {
        show(status.id(), SpanLook.icon(status), SpanLook.tone(status));
    }

    /// Shows a run's status; null while it goes on.
    public void show(@Nullable RunStatus status) {
        show(SpanLook.words(status), SpanLook.icon(status), SpanLook.tone(status));
    }

    private void show(String text, Icons icon, String newTone) {
        if (text.equals(getText()) && newTone.equals(tone)) {
            return;
        }
        getStyleClass().remove(tone);
        tone = newTone;
        getStyleClass().add(tone);
        setText(text);
        setGraphic(icon.view("icon-tiny", "tone-" + tone));
    }
}
