package dev.actionscope.app.overlay;

import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.app.commands.Keys;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys on one page.
public final class KeySheet {
    private KeySheet() {}

    /// Shows the keys of all commands.
    public static void show(Overlay overlay, CommandRegistry registry) {
        FlowPane groups = new FlowPane();
        groups.getStyleClass().add("key-groups");
        for (Command.Group group : Command.Group.values()) {
            if (registry.of(group).stream().anyMatch(command -> !command.keys().isEmpty())) {
                groups.getChildren().add(group(group, registry));
            }
        }
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("key-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setOnAction(event -> overlay.close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("dialog-buttons");
        Region sheet = Dialogs.sheet("Keyboard", scroll, buttons);
        sheet.getStyleClass().add("key-sheet");
        overlay.show(sheet, Pos.CENTER, close);
    }

    private static VBox group(Command.Group group, CommandRegistry registry) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(titles, keys);
        int row = 0;
        for (Command command : registry.of(group)) {
            if (!command.keys().isEmpty()) {
                grid.addRow(row++, new Label(command.title()), keys(command));
            }
        }
        Label title = new Label(group.title());
        title.getStyleClass().add("section-title");
        return new VBox(title, grid);
    }

    private static HBox keys(Command command) {
        HBox box = new HBox();
        box.getStyleClass().add("keys");
        box.setAlignment(Pos.CENTER_RIGHT);
        for (KeyCombination key : command.keys()) {
            Label label = new Label(Keys.text(key));
            label.getStyleClass().add("key-hint");
            box.getChildren().add(label);
        }
        return box;
    }
}
