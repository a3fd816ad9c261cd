package dev.actionscope.editor.tabs;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of tabs, as long as the focus is inside them.
final class TabKeys {
    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

    TabKeys(EditorTabs tabs) {
        on("Shortcut+W", tabs::closeSelected);
        on("Shortcut+Tab", () -> tabs.selectNext(1));
        on("Shortcut+Shift+Tab", () -> tabs.selectNext(-1));
        on("Shortcut+Page_Down", () -> tabs.selectNext(1));
        on("Shortcut+Page_Up", () -> tabs.selectNext(-1));
        on("Shortcut+Shift+T", tabs::reopenClosed);
        tabs.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> actions.forEach((keys, action) -> {
                    if (!event.isConsumed() && keys.match(event)) {
                        event.consume();
                        action.run();
                    }
                }));
    }

    private void on(String keys, Runnable action) {
        actions.put(KeyCombination.valueOf(keys), action);
    }
}
