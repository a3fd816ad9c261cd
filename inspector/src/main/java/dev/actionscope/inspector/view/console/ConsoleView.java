package dev.actionscope.inspector.view.console;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.SearchField;
import dev.actionscope.inspector.console.ConsoleBuffer;
import dev.actionscope.inspector.console.ConsoleEntry;
import dev.actionscope.inspector.console.ConsoleRow;
import dev.actionscope.inspector.console.ConsoleText;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.view.Pulse;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// What functions logged: filtered by level and text, following the end until a person scrolls up.
///
/// Lines are taken in at once and shown once a frame. Ctrl+C copies the selected lines, Enter unfolds a long one.
public final class ConsoleView extends BorderPane {
    private final ConsoleBuffer buffer = new ConsoleBuffer(ConsoleBuffer.CAPACITY);
    private final ConsoleRows rows = new ConsoleRows(buffer);
    private final ListView<ConsoleRow> list = new ListView<>(rows);
    private final Map<LogLevel, ToggleButton> levels = new EnumMap<>(LogLevel.class);
    private final SearchField filter = new SearchField("Filter the console");
    private final ToggleButton timestamps = Tools.toggle(Icons.TIME, "Show times");
    private final ToggleButton follow = Tools.toggle(Icons.ARROW_DOWN, "Follow the end");
    private final EmptyState empty =
            new EmptyState(Icons.CONSOLE, "Nothing logged", "What your functions write with console.log appears here.");
    private final List<LogLine> arrived = new ArrayList<>();
    private final ReadOnlyIntegerWrapper lineCount = new ReadOnlyIntegerWrapper(this, "lineCount");
    private final Pulse pulse = new Pulse(this::takeIn);

    public ConsoleView(SourceNavigator navigator) {
        getStyleClass().add("console");
        setMinSize(0, 0);
        list.setId("console-lines");
        list.setFixedCellSize(22);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText("Console");
        list.setCellFactory(view -> new ConsoleCell(navigator, timestamps.selectedProperty(), buffer, this::toggle));
        timestamps.setSelected(true);
        timestamps.selectedProperty().addListener(change -> list.refresh());
        follow.setSelected(true);
        follow.selectedProperty().addListener(change -> toEnd());
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setContextMenu(menu());
        setTop(header());
        setCenter(new StackPane(list, empty));
        refresh(true);
    }

    private HBox header() {
        HBox header = new HBox(4);
        header.getStyleClass().addAll("panel-header", "ruled", "console-header");
        for (LogLevel level : LogLevel.values()) {
            ToggleButton button = new ToggleButton(null, ConsoleCell.iconOf(level));
            button.getStyleClass().setAll("level-button");
            button.setSelected(true);
            String name = level.name().toLowerCase(Locale.ROOT);
            button.setTooltip(new Tooltip("Show " + name + " lines"));
            button.setAccessibleText("Show " + name + " lines");
            button.setId("console-level-" + name);
            button.selectedProperty().addListener(change -> {
                buffer.filter(buffer.filter().withLevel(level, button.isSelected()));
                refresh(true);
            });
            levels.put(level, button);
            header.getChildren().add(button);
        }
        filter.setId("console-filter");
        filter.setPrefWidth(240);
        filter.textProperty().addListener(change -> {
            buffer.filter(buffer.filter().withText(filter.getText()));
            refresh(true);
        });
        header.getChildren()
                .addAll(
                        filter,
                        Tools.spacer(),
                        timestamps,
                        follow,
                        Tools.button(Icons.COPY, "Copy all shown lines", () -> Tools.copy(buffer.shownText())),
                        Tools.button(Icons.REMOVE, "Clear the console", this::clear));
        return header;
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> copySelected());
        MenuItem unfold = new MenuItem("Unfold or fold");
        unfold.setOnAction(event -> toggleSelected());
        MenuItem clear = new MenuItem("Clear the console");
        clear.setOnAction(event -> clear());
        return new ContextMenu(copy, unfold, clear);
    }

    /// Takes lines; they are shown at the next frame.
    public void append(Collection<LogLine> lines) {
        if (!lines.isEmpty()) {
            arrived.addAll(lines);
            if (arrived.size() > 2 * ConsoleBuffer.CAPACITY) {
                arrived.subList(0, arrived.size() - ConsoleBuffer.CAPACITY).clear();
            }
            pulse.request();
        }
    }

    /// Forgets all lines.
    public void clear() {
        arrived.clear();
        buffer.clear();
        follow.setSelected(true);
        refresh(true);
    }

    /// How many lines are kept.
    public ReadOnlyIntegerProperty lineCountProperty() {
        return lineCount.getReadOnlyProperty();
    }

    private void takeIn() {
        boolean full = buffer.entryCount() + arrived.size() > ConsoleBuffer.CAPACITY;
        buffer.append(arrived);
        arrived.clear();
        refresh(full);
    }

    private void refresh(boolean everything) {
        if (everything) {
            list.getSelectionModel().clearSelection();
            rows.changed();
            list.refresh();
        } else {
            rows.appended();
        }
        lineCount.set(buffer.entryCount());
        empty.setVisible(buffer.entryCount() == 0);
        list.setVisible(!empty.isVisible());
        levels.forEach((level, button) -> {
            int count = buffer.count(level);
            button.setText(count == 0 ? "" : Quantities.count(count));
            boolean quiet = count == 0 && button.isSelected();
            button.setVisible(!quiet);
            button.setManaged(!quiet);
        });
        toEnd();
    }

    private void toEnd() {
        if (follow.isSelected() && !rows.isEmpty()) {
            // The list learns of its new length while it is laid out, and does not scroll past the one it knows.
            list.layout();
            list.scrollTo(rows.size() - 1);
        }
    }

    private void toggle(ConsoleEntry entry) {
        follow.setSelected(false);
        buffer.toggle(entry);
        refresh(true);
    }

    private void toggleSelected() {
        ConsoleRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && row.expandable()) {
            toggle(row.entry());
        }
    }

    private void copySelected() {
        Tools.copy(list.getSelectionModel().getSelectedItems().stream()
                .map(ConsoleRow::entry)
                .distinct()
                .map(ConsoleText::line)
                .collect(Collectors.joining("\n")));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copySelected();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            toggleSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            follow.setSelected(true);
        } else if (event.getCode() == KeyCode.UP
                || event.getCode() == KeyCode.PAGE_UP
                || event.getCode() == KeyCode.HOME) {
            follow.setSelected(false);
        }
    }
}
