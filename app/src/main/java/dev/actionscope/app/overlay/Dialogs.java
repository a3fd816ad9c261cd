package dev.actionscope.app.overlay;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Questions and sheets on an [Overlay].
public final class Dialogs {
    private Dialogs() {}

    /// One answer to a question; the first is the one that Enter gives.
    public record Answer(String title, Runnable action) {}

    /// Asks something; Escape gives no answer.
    public static void ask(Overlay overlay, String title, String text, List<Answer> answers) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("dialog-buttons");
        for (Answer answer : answers) {
            Button button = new Button(answer.title());
            button.setOnAction(event -> {
                overlay.close();
                answer.action().run();
            });
            buttons.getChildren().addFirst(button);
        }
        Button first = (Button) buttons.getChildren().getLast();
        first.getStyleClass().add("primary-button");
        first.setDefaultButton(true);
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> overlay.close());
        buttons.getChildren().addFirst(cancel);
        Label body = new Label(text);
        body.getStyleClass().add("dialog-text");
        body.setWrapText(true);
        overlay.show(sheet(title, body, buttons), Pos.CENTER, first);
    }

    /// A box with a title for an overlay.
    public static Region sheet(String title, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("dialog-title");
        VBox box = new VBox(heading);
        box.getChildren().addAll(content);
        box.getStyleClass().addAll("floating", "dialog");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return box;
    }
}
