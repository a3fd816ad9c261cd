package dev.actionscope.app.overlay;

import dev.actionscope.icons.SearchField;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Type a few letters, choose, Enter: commands, files and functions.
public final class Palette {
    private static final int ROWS = 12;
    private static final int ROW_HEIGHT = 32;

    private final Overlay overlay;

    public Palette(Overlay overlay) {
        this.overlay = overlay;
    }

    /// Something that can be chosen.
    ///
    /// @param detail in dim letters after the title
    /// @param key in a frame at the right, empty for none
    public record Item(Node icon, String title, String detail, String key, Runnable action) {}

    /// Opens the palette.
    ///
    /// @param find the items for what is typed, best first; called on the FX thread for each change
    public void open(String prompt, Function<String, List<Item>> find) {
        SearchField field = new SearchField(prompt);
        field.setId("palette-field");
        ListView<Item> list = new ListView<>();
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new ItemCell());
        list.setPlaceholder(new Label("Nothing fits"));
        list.setOnMouseClicked(event -> choose(list));
        field.textProperty().addListener((o, before, now) -> fill(list, find.apply(now)));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, list));
        VBox box = new VBox(field, list);
        box.getStyleClass().addAll("floating", "palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        fill(list, find.apply(""));
        overlay.show(box, Pos.TOP_CENTER, field);
    }

    private static void fill(ListView<Item> list, List<Item> items) {
        list.getItems().setAll(items.subList(0, Math.min(200, items.size())));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW_HEIGHT * Math.clamp(items.size(), 2, ROWS) + 8.0);
    }

    private void onKey(KeyEvent event, ListView<Item> list) {
        int rows = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex();
        int to = switch (event.getCode()) {
            case DOWN -> at + 1;
            case UP -> at - 1;
            case PAGE_DOWN -> at + ROWS;
            case PAGE_UP -> at - ROWS;
            default -> Integer.MIN_VALUE;
        };
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            choose(list);
        } else if (to != Integer.MIN_VALUE && rows > 0) {
            event.consume();
            int next = Math.clamp(to, 0, rows - 1);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - ROWS / 2));
        }
    }

    private void choose(ListView<Item> list) {
        Item item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            overlay.close();
            item.action().run();
        }
    }

    private static final class ItemCell extends ListCell<Item> {
        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : line(item));
        }

        private static HBox line(Item item) {
            Label title = new Label(item.title(), item.icon());
            title.getStyleClass().add("palette-title");
            title.setMinWidth(Region.USE_PREF_SIZE);
            Label detail = new Label(item.detail());
            detail.getStyleClass().add("palette-detail");
            detail.setMaxWidth(Double.MAX_VALUE);
            detail.setMinWidth(0);
            HBox.setHgrow(detail, Priority.ALWAYS);
            HBox line = new HBox(title, detail);
            line.getStyleClass().add("palette-line");
            if (!item.key().isEmpty()) {
                Label key = new Label(item.key());
                key.getStyleClass().add("key-hint");
                key.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(key);
            }
            return line;
        }
    }
}
