package dev.actionscope.app.project;

import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.host.ProjectState;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What stands in the way of running a project, and the way past it: trust, packages, the first build, no project.
public final class GateView extends StackPane {
    private final CommandRegistry commands;
    private final ListView<String> output = new ListView<>();
    private ProjectState.@Nullable Stage shown;

    /// @param lines what `npm install` prints, followed as it grows
    public GateView(CommandRegistry commands, ObservableList<String> lines) {
        this.commands = commands;
        getStyleClass().add("gate");
        output.setItems(lines);
        output.setId("install-output");
        output.getStyleClass().add("install-output");
        output.setFixedCellSize(20);
        output.setPrefHeight(240);
        output.setFocusTraversable(true);
        lines.addListener((ListChangeListener<String>) change -> output.scrollTo(Math.max(0, lines.size() - 1)));
        setVisible(false);
    }

    /// Shows what a project waits for; nothing when it waits for nothing.
    ///
    /// @param root the folder, null when none is open
    /// @param state null while the host has not answered
    /// @param isReadOnly whether the user only wants to read
    public void show(@Nullable Object root, @Nullable ProjectState state, boolean isReadOnly) {
        ProjectState.Stage stage = state == null ? null : state.stage();
        Node card = root == null ? null : state == null ? opening(root) : card(state, isReadOnly);
        setVisible(card != null);
        boolean isSame = stage != null && stage == shown && stage == ProjectState.Stage.INSTALLING && card != null;
        shown = stage;
        if (card == null) {
            getChildren().clear();
        } else if (!isSame) {
            getChildren().setAll(card);
        }
    }

    private @Nullable Node card(ProjectState state, boolean isReadOnly) {
        return switch (state.stage()) {
            case UNTRUSTED -> isReadOnly ? null : trust(state);
            case PACKAGES_MISSING -> packages(state);
            case INSTALLING -> installing();
            case BUILDING -> building(state);
            case UNUSABLE -> unusable(state);
            case READY, BROKEN -> null;
        };
    }

    private Node opening(Object root) {
        return card(
                "gate-opening", Icons.PROJECT, "Opening " + root, text("The runtime reads the project."), progress());
    }

    private Node trust(ProjectState state) {
        return card(
                "gate-trust",
                Icons.TRUST,
                "Do you trust the code in this project?",
                path(state.root()),
                text("Building and running it executes its code and that of its packages on this machine, with your "
                        + "rights: the modules in " + state.functionsFolder()
                        + "/ when they are loaded, esbuild from its "
                        + "node_modules, and every function that you run."),
                text("Read-only shows its files and runs nothing."),
                buttons("project.trust", "Trust and build", "project.readOnly", "Open read-only"));
    }

    private Node packages(ProjectState state) {
        return card(
                "gate-packages",
                Icons.PACKAGE,
                "The project's packages are not installed",
                path(state.root()),
                text(state.message()),
                text("npm install downloads what package.json names and may run the packages' install scripts."),
                buttons("project.install", "Run npm install", "project.close", "Close project"));
    }

    private Node installing() {
        VBox.setVgrow(output, Priority.ALWAYS);
        return card(
                "gate-installing",
                Icons.DOWNLOAD,
                "npm install is running",
                progress(),
                output,
                buttons("project.cancelInstall", "Cancel", null, ""));
    }

    private Node building(ProjectState state) {
        return card("gate-building", Icons.RUNNING, "Building " + state.name(), text(state.message()), progress());
    }

    private Node unusable(ProjectState state) {
        return card(
                "gate-unusable",
                Icons.FAILURE,
                "This folder cannot be opened as a Convex project",
                path(state.root()),
                text(state.message()),
                buttons("project.open", "Open another folder…", "project.close", "Close"));
    }

    private HBox buttons(String first, String firstTitle, @Nullable String second, String secondTitle) {
        HBox box = new HBox(CommandButton.text(commands.get(first), firstTitle, "primary-button"));
        if (second != null) {
            box.getChildren().add(CommandButton.text(commands.get(second), secondTitle));
        }
        box.getStyleClass().add("gate-buttons");
        return box;
    }

    private static Node card(String id, Icons icon, String title, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("gate-title");
        heading.setWrapText(true);
        HBox top = new HBox(icon.view("icon-large", "tone-accent"), heading);
        top.getStyleClass().add("gate-heading");
        top.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(top);
        box.getChildren().addAll(content);
        box.getStyleClass().addAll("card", "gate-card");
        box.setId(id);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("gate-text");
        return label;
    }

    private static Label path(String path) {
        Label label = new Label(path);
        label.setWrapText(true);
        label.getStyleClass().addAll("mono", "gate-path");
        return label;
    }

    private static ProgressBar progress() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        return bar;
    }
}
