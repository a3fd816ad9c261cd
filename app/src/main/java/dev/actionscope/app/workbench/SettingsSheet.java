package dev.actionscope.app.workbench;

import dev.actionscope.app.overlay.Dialogs;
import dev.actionscope.app.overlay.Overlay;
import dev.actionscope.app.settings.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The user's settings on one page; every change takes effect at once.
final class SettingsSheet {
    private SettingsSheet() {}

    private record Choice(String value, String title) {}

    static void show(Overlay overlay, Preferences preferences, Path folder) {
        Button close = new Button("Close");
        close.setOnAction(event -> overlay.close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("dialog-buttons");
        overlay.show(
                Dialogs.sheet(
                        "Settings",
                        setting(
                                "Theme",
                                "The looks of the window.",
                                segments(
                                        List.of(new Choice("dark", "Dark"), new Choice("light", "Light")),
                                        preferences.settings().theme(),
                                        value -> preferences.change(settings -> settings.withTheme(value)))),
                        setting(
                                "Engine",
                                "The interpreter starts at once and steps evenly. The optimising engine compiles code "
                                        + "that runs long; take it for functions that compute a lot.",
                                segments(
                                        List.of(
                                                new Choice("interpreter", "Interpreter"),
                                                new Choice("optimising", "Optimising")),
                                        preferences.settings().engine(),
                                        value -> preferences.change(settings -> settings.withEngine(value)))),
                        setting("Kept in", folder.toString(), new HBox()),
                        buttons),
                Pos.CENTER,
                close);
    }

    private static Node setting(String title, String text, Node control) {
        Label name = new Label(title);
        name.getStyleClass().add("strong");
        Label detail = new Label(text);
        detail.getStyleClass().add("dim");
        detail.setWrapText(true);
        VBox box = new VBox(name, detail, control);
        box.getStyleClass().add("setting");
        return box;
    }

    private static Node segments(List<Choice> choices, String now, Consumer<String> chosen) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        for (Choice choice : choices) {
            ToggleButton button = new ToggleButton(choice.title());
            button.setId("setting-" + choice.value());
            button.getStyleClass().add("segment");
            button.setToggleGroup(group);
            button.setSelected(choice.value().equals(now));
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.accept(choice.value());
            });
            box.getChildren().add(button);
        }
        return box;
    }
}
