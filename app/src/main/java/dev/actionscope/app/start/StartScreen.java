package dev.actionscope.app.start;

import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.icons.Icons;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is shown while no project is open: recent projects, and ways to open another. A folder can be dropped on it.
public final class StartScreen extends StackPane {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final VBox recent = new VBox();
    private @Nullable List<String> shown;
    private final Executor background;
    private final Executor fx;
    private final Consumer<Path> open;
    private final Consumer<String> forget;

    /// One recent project.
    private record Recent(String path, boolean isThere) {}

    /// @param open opens a project
    /// @param forget takes a path out of the recent ones
    public StartScreen(
            CommandRegistry commands, Executor background, Executor fx, Consumer<Path> open, Consumer<String> forget) {
        this.background = background;
        this.fx = fx;
        this.open = open;
        this.forget = forget;
        getStyleClass().add("start-screen");
        setId("start-screen");
        Label title = new Label("Actionscope");
        title.getStyleClass().add("start-title");
        Label sentence = new Label("Run, trace and debug Convex functions on your own machine.");
        sentence.getStyleClass().add("start-sentence");
        HBox heading = new HBox(Icons.PROJECT.view("start-logo"), new VBox(title, sentence));
        heading.getStyleClass().add("start-heading");
        VBox actions = new VBox(
                section("Start"),
                action(commands.get("project.open"), Icons.FOLDER_OPEN, "A folder that holds a Convex project"),
                action(commands.get("project.sample"), Icons.PROJECT, "A small shop that runs offline"),
                action(commands.get("help.keys"), Icons.KEYBOARD, "Everything here can be done by keyboard"));
        actions.getStyleClass().add("start-column");
        recent.getStyleClass().add("start-recent");
        ScrollPane scroll = new ScrollPane(recent);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("start-scroll");
        VBox recents = new VBox(section("Recent projects"), scroll);
        recents.getStyleClass().add("start-column");
        HBox.setHgrow(recents, Priority.ALWAYS);
        HBox columns = new HBox(actions, recents);
        columns.getStyleClass().add("start-columns");
        Label hint = new Label("Drop a project folder anywhere in this window to open it.");
        hint.getStyleClass().add("start-hint");
        VBox page = new VBox(heading, columns, hint);
        page.getStyleClass().add("start-page");
        page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(page);
        setOnDragOver(this::onDragOver);
        setOnDragExited(event -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::onDropped);
    }

    /// Shows the recent projects; looks in the background which of them are still there.
    public void show(List<String> paths) {
        if (paths.equals(shown)) {
            return;
        }
        shown = List.copyOf(paths);
        background.execute(() -> {
            List<Recent> found = paths.stream()
                    .map(path -> new Recent(path, Files.isDirectory(Path.of(path))))
                    .toList();
            fx.execute(() -> fill(found));
        });
    }

    private void fill(List<Recent> projects) {
        recent.getChildren().setAll(projects.stream().map(this::row).toList());
        if (projects.isEmpty()) {
            Label none = new Label("Projects that you open are listed here.");
            none.getStyleClass().add("dim");
            recent.getChildren().add(none);
        }
    }

    private Node row(Recent project) {
        Path path = Path.of(project.path());
        Label name = new Label(
                path.getFileName() == null ? project.path() : path.getFileName().toString());
        name.getStyleClass().add("recent-name");
        Label place =
                new Label(project.isThere() ? shortened(project.path()) : shortened(project.path()) + " · missing");
        place.getStyleClass().add("recent-path");
        Button button = new Button(null, new VBox(name, place));
        button.getStyleClass().add("recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setTooltip(new Tooltip(project.path()));
        button.pseudoClassStateChanged(MISSING, !project.isThere());
        button.setDisable(!project.isThere());
        button.setOnAction(event -> open.accept(path));
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                forget.accept(project.path());
            }
        });
        HBox.setHgrow(button, Priority.ALWAYS);
        Button remove = new Button(null, Icons.CLOSE.view("icon-small"));
        remove.getStyleClass().add("tool-button");
        remove.setAccessibleText("Remove " + project.path() + " from this list");
        remove.setTooltip(new Tooltip("Remove from this list"));
        remove.setOnAction(event -> forget.accept(project.path()));
        HBox row = new HBox(button, remove);
        row.getStyleClass().add("recent-row");
        return row;
    }

    private static Label section(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Button action(Command command, Icons icon, String detail) {
        Label title = new Label(command.title());
        title.getStyleClass().add("recent-name");
        Label line = new Label(detail);
        line.getStyleClass().add("recent-path");
        Label key = new Label(command.keyText());
        key.getStyleClass().add("key-hint");
        key.setVisible(!command.keyText().isEmpty());
        key.setMinWidth(Region.USE_PREF_SIZE);
        VBox text = new VBox(title, line);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(icon.view("icon-large", "tone-accent"), text, key);
        content.getStyleClass().add("start-action-content");
        Button button = CommandButton.text(command, null, "recent", "start-action");
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static String shortened(String path) {
        String home = System.getProperty("user.home", "");
        return !home.isEmpty() && path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
    }

    private void onDragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            pseudoClassStateChanged(DROP, true);
        }
        event.consume();
    }

    private void onDropped(DragEvent event) {
        boolean hasFiles = event.getDragboard().hasFiles();
        if (hasFiles) {
            open.accept(event.getDragboard().getFiles().getFirst().toPath());
        }
        event.setDropCompleted(hasFiles);
        event.consume();
    }
}
