package dev.actionscope.inspector.view;

import dev.actionscope.inspector.model.Quantities;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The strip of tabs, with the tools of the tab in front on its right.
final class InspectorTabs {
    private final Map<InspectorTab, ToggleButton> buttons = new EnumMap<>(InspectorTab.class);
    private final Map<InspectorTab, Tab> tabs = new EnumMap<>(InspectorTab.class);
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane tools = new StackPane();
    private final HBox strip = new HBox();
    private final StackPane content = new StackPane();
    private InspectorTab selected = InspectorTab.CALLS;

    /// @param tools stand on the right of the strip while the tab is in front
    record Tab(InspectorTab which, Node content, @Nullable Node tools) {}

    InspectorTabs(List<Tab> shown) {
        strip.getStyleClass().addAll("tab-strip", "underlined", "inspector-tabs");
        shown.forEach(this::add);
        strip.getChildren().addAll(Tools.spacer(), tools);
        group.selectedToggleProperty().addListener((now, old, toggle) -> {
            if (toggle != null && toggle.getUserData() instanceof InspectorTab tab) {
                show(tab);
            } else if (old != null) {
                old.setSelected(true);
            }
        });
        select(selected);
    }

    /// Adds a tab after the others.
    void add(Tab tab) {
        ToggleButton button = new ToggleButton(tab.which().title());
        button.getStyleClass().setAll("tab-item");
        button.setId("tab-" + tab.which().title().toLowerCase(java.util.Locale.ROOT));
        button.setToggleGroup(group);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setUserData(tab.which());
        button.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        buttons.put(tab.which(), button);
        tabs.put(tab.which(), tab);
        strip.getChildren().add(tabs.size() - 1, button);
        content.getChildren().add(tab.content());
        tab.content().setVisible(false);
    }

    HBox strip() {
        return strip;
    }

    StackPane content() {
        return content;
    }

    InspectorTab selected() {
        return selected;
    }

    void select(InspectorTab tab) {
        ToggleButton button = buttons.get(tab);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private void show(InspectorTab tab) {
        selected = tab;
        tabs.forEach((which, shown) -> {
            shown.content().setVisible(which == tab);
            shown.content().setManaged(which == tab);
            if (which == tab) {
                tools.getChildren().setAll(shown.tools() == null ? List.of() : List.of(shown.tools()));
            }
        });
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0) {
            List<InspectorTab> order = List.copyOf(tabs.keySet());
            InspectorTab next = order.get(Math.floorMod(order.indexOf(selected) + step, order.size()));
            select(next);
            ToggleButton button = buttons.get(next);
            if (button != null) {
                button.requestFocus();
            }
            event.consume();
        }
    }

    /// Shows a count beside a tab's title; none for 0.
    void badge(InspectorTab tab, int count, String tone) {
        ToggleButton button = buttons.get(tab);
        if (button != null) {
            if (count == 0) {
                button.setGraphic(null);
            } else {
                Label badge = new Label(Quantities.count(count));
                badge.getStyleClass().addAll("badge", "badge-" + tone);
                button.setGraphic(badge);
            }
        }
    }

    /// Shows a dot beside a tab's title; none for an empty tone.
    void dot(InspectorTab tab, String tone) {
        ToggleButton button = buttons.get(tab);
        if (button != null) {
            Region dot = new Region();
            dot.getStyleClass().addAll("tab-dot", "tab-dot-" + tone);
            button.setGraphic(tone.isEmpty() ? null : dot);
        }
    }
}
