package dev.actionscope.inspector.view.console;

import dev.actionscope.icons.Icons;
import dev.actionscope.inspector.console.ConsoleBuffer;
import dev.actionscope.inspector.console.ConsoleEntry;
import dev.actionscope.inspector.console.ConsoleRow;
import dev.actionscope.inspector.console.ConsoleText;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.view.SourceLink;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.trace.LogLevel;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the console: level, time, text, and where it was logged.
final class ConsoleCell extends ListCell<ConsoleRow> {
    private final ObservableBooleanValue timestamps;
    private final ConsoleBuffer buffer;
    private final StackPane level = new StackPane();
    private final Label time = new Label();
    private final FontIcon chevron = Icons.CHEVRON_RIGHT.view("icon-tiny", "console-chevron");
    private final StackPane fold = new StackPane(chevron);
    private final Label text = new Label();
    private final SourceLink place;
    private final HBox box;
    private LogLevel shownLevel = LogLevel.LOG;

    ConsoleCell(
            SourceNavigator navigator,
            ObservableBooleanValue timestamps,
            ConsoleBuffer buffer,
            Consumer<ConsoleEntry> toggle) {
        this.timestamps = timestamps;
        this.buffer = buffer;
        this.place = new SourceLink(navigator);
        getStyleClass().add("console-cell");
        level.setMinWidth(16);
        level.setMaxWidth(16);
        time.getStyleClass().addAll("mono", "console-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        text.getStyleClass().addAll("mono", "console-text");
        text.setEllipsisString("…");
        text.setMinWidth(0);
        place.getStyleClass().add("mono");
        fold.setMinWidth(12);
        fold.setMaxWidth(12);
        fold.setOnMouseClicked(event -> {
            ConsoleRow row = getItem();
            if (row != null && row.expandable()) {
                toggle.accept(row.entry());
            }
            event.consume();
        });
        box = new HBox(6, level, time, fold, text, Tools.spacer(), place);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConsoleRow row, boolean nothing) {
        super.updateItem(row, nothing);
        getStyleClass().remove(styleOf(shownLevel));
        setText(null);
        if (nothing || row == null) {
            setGraphic(null);
            return;
        }
        shownLevel = row.entry().line().level();
        getStyleClass().add(styleOf(shownLevel));
        level.getChildren().setAll(row.isHead() && shownLevel != LogLevel.LOG ? iconOf(shownLevel) : new Region());
        time.setText(ConsoleText.time(row.entry().line().atNanos()));
        time.setVisible(row.isHead());
        time.setManaged(timestamps.get());
        text.setText(row.text());
        chevron.setVisible(row.isHead() && row.expandable());
        chevron.setRotate(buffer.isExpanded(row.entry()) ? 90 : 0);
        place.show(row.isHead() ? row.entry().line().position() : null);
        setGraphic(box);
    }

    static String styleOf(LogLevel level) {
        return "console-" + level.name().toLowerCase(Locale.ROOT);
    }

    static FontIcon iconOf(LogLevel level) {
        return switch (level) {
            case DEBUG -> Icons.DEBUG.view("icon-tiny", "tone-dim");
            case LOG -> Icons.CONSOLE.view("icon-tiny", "tone-dim");
            case INFO -> Icons.PROBLEM_INFO.view("icon-tiny");
            case WARN -> Icons.PROBLEM_WARNING.view("icon-tiny");
            case ERROR -> Icons.FAILURE.view("icon-tiny");
            case SYSTEM -> Icons.CONVEX_RUNTIME.view("icon-tiny");
        };
    }
}
