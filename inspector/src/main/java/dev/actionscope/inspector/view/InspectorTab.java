package dev.actionscope.inspector.view;

/// The tabs of a [RunInspector].
public enum InspectorTab {
    CALLS("Calls"),
    CONSOLE("Console"),
    FINDINGS("Findings"),
    RESULT("Result"),
    /// For a view that [RunInspector#add] brings.
    PROBLEMS("Problems"),
    /// For a view that [RunInspector#add] brings.
    RUNS("Runs");

    private final String title;

    InspectorTab(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
