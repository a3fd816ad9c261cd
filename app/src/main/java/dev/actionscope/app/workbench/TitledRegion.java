package dev.actionscope.app.workbench;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A region with a title and buttons above its content.
final class TitledRegion extends VBox {
    TitledRegion(String title, Node content, Node... tools) {
        getStyleClass().add("panel");
        Label label = new Label(title);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(label, space);
        header.getChildren().addAll(tools);
        header.getStyleClass().add("panel-header");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().setAll(header, content);
    }
}
