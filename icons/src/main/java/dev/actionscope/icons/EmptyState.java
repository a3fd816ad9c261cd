package dev.actionscope.icons;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a view shows when there is nothing to show yet: an icon, a title, one sentence, and the way out of it.
public final class EmptyState extends VBox {
    /// @param actions buttons that bring something to show; the first is the obvious one
    public EmptyState(Icons icon, String title, String text, Button... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Node picture = icon.view("icon-huge", "tone-dim");
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        Label sentence = new Label(text);
        sentence.getStyleClass().add("empty-text");
        sentence.setWrapText(true);
        getChildren().addAll(picture, heading, sentence);
        for (int i = 0; i < actions.length; i++) {
            if (i == 0) {
                actions[i].getStyleClass().add("primary-button");
            }
            getChildren().add(actions[i]);
        }
    }
}
