package dev.actionscope.editor;

import javafx.beans.property.DoubleProperty;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/// The size of the text: Ctrl with the wheel, plus, minus and 0.
final class FontZoom implements EditorPart {
    static final double NORMAL = 13;
    private static final double SMALLEST = 8;
    private static final double LARGEST = 32;

    private final CodeTextArea area;
    private final DoubleProperty size;
    private final EventHandler<ScrollEvent> wheel = this::wheel;
    private final EventHandler<KeyEvent> keys = this::keys;
    private final Subscription subscription;

    FontZoom(CodeTextArea area, Gutter gutter, DoubleProperty size) {
        this.area = area;
        this.size = size;
        subscription = EventStreams.valuesOf(size).subscribe(now -> {
            area.setStyle("-fx-font-size: " + now.doubleValue() + "px");
            gutter.setCharWidth(charWidth(now.doubleValue()));
        });
        area.addEventFilter(ScrollEvent.SCROLL, wheel);
        area.addEventFilter(KeyEvent.KEY_PRESSED, keys);
    }

    private static double charWidth(double size) {
        Text sample = new Text("0");
        sample.setFont(Font.font(dev.actionscope.icons.Fonts.CODE, size));
        return sample.getLayoutBounds().getWidth();
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            change(Math.signum(event.getDeltaY()));
            event.consume();
        }
    }

    private void keys(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            change(1);
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            change(-1);
        } else if (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0) {
            size.set(NORMAL);
        } else {
            return;
        }
        event.consume();
    }

    private void change(double by) {
        size.set(Math.clamp(size.get() + by, SMALLEST, LARGEST));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        area.removeEventFilter(ScrollEvent.SCROLL, wheel);
        area.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }
}
