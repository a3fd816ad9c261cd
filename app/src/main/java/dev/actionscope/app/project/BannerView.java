package dev.actionscope.app.project;

import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.host.ProjectState;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line above the editor while the project is not as it should be.
public final class BannerView extends HBox {
    private final CommandRegistry commands;

    public BannerView(CommandRegistry commands) {
        this.commands = commands;
        setId("banner");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Shows what is to be known of the project, or nothing.
    public void show(@Nullable ProjectState state, boolean isReadOnly) {
        setVisible(false);
        if (state == null) {
            return;
        }
        int count = state.problems().size();
        String problems = count == 0 ? state.message() : count == 1 ? "1 problem." : count + " problems.";
        switch (state.stage()) {
            case BROKEN ->
                fill(
                        "error",
                        "The project does not build, so nothing can be run. " + problems,
                        "view.problems",
                        "Show problems");
            case READY -> {
                if (state.isStale()) {
                    fill(
                            "warning",
                            "The newest build failed. Last good build is still in use. " + problems,
                            "view.problems",
                            "Show problems");
                }
            }
            case UNTRUSTED -> {
                if (isReadOnly) {
                    fill(
                            "info",
                            "Read-only: this project is not trusted, so nothing of it runs.",
                            "project.trust",
                            "Trust and build");
                }
            }
            default -> setVisible(false);
        }
    }

    private void fill(String level, String text, String command, String title) {
        getStyleClass().setAll("notice", level);
        Icons icon = level.equals("error")
                ? Icons.PROBLEM_ERROR
                : level.equals("warning") ? Icons.PROBLEM_WARNING : Icons.PROBLEM_INFO;
        Label label = new Label(text, icon.view("icon-small"));
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var button = CommandButton.text(commands.get(command), title);
        button.setId("banner-action");
        button.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(label, button);
        setVisible(true);
    }
}
