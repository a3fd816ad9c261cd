package dev.actionscope.inspector.view;

import dev.actionscope.inspector.model.SourceLabel;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.runtime.trace.SourcePosition;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// `orders.ts:12`, which opens that line; dimmed where the file is a package's. Not there when the position is unknown.
public final class SourceLink extends Hyperlink {
    private final SourceNavigator navigator;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable SourcePosition position;

    public SourceLink(SourceNavigator navigator) {
        this.navigator = navigator;
        getStyleClass().add("source-link");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        setOnAction(event -> open());
        show(null);
    }

    /// A link to that position.
    public static SourceLink to(@Nullable SourcePosition position, SourceNavigator navigator) {
        SourceLink link = new SourceLink(navigator);
        link.show(position);
        return link;
    }

    /// Links to another position.
    public void show(@Nullable SourcePosition shown) {
        position = shown;
        setText(SourceLabel.of(shown));
        setVisible(shown != null);
        setManaged(shown != null);
        getStyleClass().remove("package-link");
        if (shown != null) {
            tooltip.setText("Open " + shown);
            setAccessibleText("Open " + shown);
            if (!shown.isUserCode()) {
                getStyleClass().add("package-link");
            }
        }
    }

    private void open() {
        setVisited(false);
        if (position != null) {
            navigator.open(position);
        }
    }
}
