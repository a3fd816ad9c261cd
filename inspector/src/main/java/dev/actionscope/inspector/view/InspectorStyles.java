package dev.actionscope.inspector.view;

import java.util.Objects;

/// The style sheet of the inspector's views. [RunInspector] brings it along; views shown alone need it added.
public final class InspectorStyles {
    private InspectorStyles() {}

    /// Its address, for `getStylesheets()` of a scene or of a view.
    public static String address() {
        return Objects.requireNonNull(InspectorStyles.class.getResource("inspector.css"), "inspector.css")
                .toExternalForm();
    }
}
