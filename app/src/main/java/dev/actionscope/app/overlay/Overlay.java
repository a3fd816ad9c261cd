package dev.actionscope.app.overlay;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One thing above the workbench at a time: palette, dialog, key sheet. Escape and a click beside it close it, and
/// the keyboard goes back to where it was.
public final class Overlay extends StackPane {
    private @Nullable Node focusBefore;
    private @Nullable Node focusInside;
    private @Nullable Runnable onClosed;

    /// An overlay that shows nothing.
    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        setId("overlay");
        ChangeListener<@Nullable Node> focusMoved = (o, before, now) -> focusMoved(now);
        sceneProperty().addListener((o, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(focusMoved);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(focusMoved);
            }
        });
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    /// Shows a node in place of what was shown.
    ///
    /// @param focus gets the keyboard
    public void show(Region content, Pos place, Node focus) {
        if (!isVisible()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        } else {
            closed();
        }
        StackPane.setAlignment(content, place);
        getChildren().setAll(content);
        setVisible(true);
        focusInside = focus;
        focus.requestFocus();
    }

    /// As the other `show`; `closed` is run once the content is gone, whatever took it away.
    public void show(Region content, Pos place, Node focus, Runnable closed) {
        show(content, place, focus);
        onClosed = closed;
    }

    /// What is shown keeps the keyboard: a view below that asks for it gets it once the overlay is closed.
    private void focusMoved(@Nullable Node owner) {
        if (!isVisible() || owner == null) {
            return;
        }
        if (isInside(owner)) {
            focusInside = owner;
        } else if (focusInside != null) {
            focusBefore = owner;
            focusInside.requestFocus();
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return true;
            }
        }
        return false;
    }

    /// Whether something is shown.
    public boolean isOpen() {
        return isVisible();
    }

    /// Takes away what is shown.
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        focusInside = null;
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        closed();
    }

    private void closed() {
        Runnable closed = onClosed;
        onClosed = null;
        if (closed != null) {
            closed.run();
        }
    }
}
