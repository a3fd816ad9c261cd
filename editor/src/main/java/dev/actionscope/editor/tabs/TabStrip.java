package dev.actionscope.editor.tabs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The heads of all tabs in a row that scrolls when it is too long, and room for more at its end.
final class TabStrip extends HBox {
    private final HBox headers = new HBox();
    private final ScrollPane scroll = new ScrollPane(headers);

    TabStrip() {
        getStyleClass().add("tab-strip");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToHeight(true);
        scroll.setMinWidth(0);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.addEventFilter(ScrollEvent.SCROLL, event -> {
            double spare = headers.getWidth() - scroll.getViewportBounds().getWidth();
            if (spare > 0) {
                scroll.setHvalue(scroll.getHvalue() - (event.getDeltaY() + event.getDeltaX()) / spare);
            }
            event.consume();
        });
        getChildren().add(scroll);
    }

    /// Shows these tabs, naming folders where two files have the same name.
    void show(List<FileTab> tabs) {
        Map<String, List<Path>> byName = new HashMap<>();
        tabs.forEach(tab -> byName.computeIfAbsent(tab.file().getFileName().toString(), name -> new ArrayList<>())
                .add(tab.file()));
        headers.getChildren().setAll(tabs.stream().map(FileTab::header).toList());
        for (FileTab tab : tabs) {
            String name = tab.file().getFileName().toString();
            boolean alone = byName.getOrDefault(name, List.of()).size() < 2;
            Path folder = tab.file().getParent();
            String where = folder == null ? "" : " — " + folder.getFileName();
            tab.header().setTitle(alone ? name : name + where);
        }
    }

    void select(TabHeader selected) {
        headers.getChildren().forEach(header -> ((TabHeader) header).setSelected(header == selected));
        headers.applyCss();
        headers.layout();
        Bounds bounds = selected.getBoundsInParent();
        double width = scroll.getViewportBounds().getWidth();
        double spare = headers.getWidth() - width;
        double left = scroll.getHvalue() * spare;
        if (spare > 0 && bounds.getMinX() < left) {
            scroll.setHvalue(bounds.getMinX() / spare);
        } else if (spare > 0 && bounds.getMaxX() > left + width) {
            scroll.setHvalue((bounds.getMaxX() - width) / spare);
        }
    }
}
