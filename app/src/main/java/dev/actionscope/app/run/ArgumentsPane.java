package dev.actionscope.app.run;

import dev.actionscope.app.arguments.ArgumentFormView;
import dev.actionscope.app.arguments.Arguments;
import dev.actionscope.app.arguments.ArgumentsViewModel;
import dev.actionscope.app.arguments.ArgumentsViewModel.Mode;
import dev.actionscope.icons.Icons;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The arguments of one function: a form, JSON, or a file.
final class ArgumentsPane extends VBox {
    private final ArgumentsViewModel model;
    private final ArgumentFormView form;
    private final TextArea json = new TextArea();
    private final Label file = new Label();

    /// Sources of arguments that are too large to be edited.
    interface LargeArguments {
        /// Lets the user choose a file.
        void chooseFile(ArgumentsViewModel model);

        /// Keeps a text in a file.
        void keep(String text, ArgumentsViewModel model);
    }

    ArgumentsPane(ArgumentsViewModel model, LargeArguments large) {
        this.model = model;
        this.form = new ArgumentFormView(model.form());
        getStyleClass().add("arguments-pane");
        json.setId("arguments-json");
        json.getStyleClass().add("code");
        json.setWrapText(false);
        json.setPrefRowCount(12);
        json.textProperty().bindBidirectional(model.textProperty());
        json.addEventFilter(KeyEvent.KEY_PRESSED, event -> onJsonKey(event, large));
        VBox formBox = new VBox(note(model.formNoticeProperty(), "text-warning"), form);
        formBox.getStyleClass().add("arguments-form");
        VBox jsonBox = new VBox(json, note(model.textErrorProperty(), "text-error"));
        jsonBox.getStyleClass().add("arguments-json");
        VBox fileBox = fileBox(large);
        shownIn(formBox, Mode.FORM);
        shownIn(jsonBox, Mode.JSON);
        shownIn(fileBox, Mode.FILE);
        getChildren().setAll(header(large), formBox, jsonBox, fileBox);
    }

    /// Shows what is wrong in every field.
    void showErrors() {
        form.showAllErrors();
    }

    private HBox header(LargeArguments large) {
        Label title = new Label("Arguments");
        title.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleGroup group = new ToggleGroup();
        HBox modes = new HBox(
                mode("Form", Mode.FORM, group, large),
                mode("JSON", Mode.JSON, group, large),
                mode("File", Mode.FILE, group, large));
        modes.getStyleClass().add("segments");
        HBox header = new HBox(title, space, modes);
        header.getStyleClass().add("section-header");
        return header;
    }

    private ToggleButton mode(String title, Mode mode, ToggleGroup group, LargeArguments large) {
        ToggleButton button = new ToggleButton(title);
        button.setId("arguments-" + mode.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setToggleGroup(group);
        button.setSelected(model.modeProperty().get() == mode);
        model.modeProperty().addListener((o, before, now) -> button.setSelected(now == mode));
        button.setOnAction(event -> {
            button.setSelected(model.modeProperty().get() == mode);
            switch (mode) {
                case FILE -> large.chooseFile(model);
                case FORM, JSON -> {
                    model.leaveFile();
                    model.modeProperty().set(mode);
                }
            }
        });
        return button;
    }

    private VBox fileBox(LargeArguments large) {
        file.setWrapText(true);
        file.setGraphic(Icons.FILE_JSON.view());
        Button other = new Button("Choose another…");
        other.setOnAction(event -> large.chooseFile(model));
        Button back = new Button("Enter them here");
        back.setOnAction(event -> model.leaveFile());
        HBox buttons = new HBox(other, back);
        buttons.getStyleClass().add("button-row");
        Consumer<Arguments> show = arguments -> {
            if (arguments instanceof Arguments.File(Path path, long bytes)) {
                file.setText(path.getFileName() + " · " + size(bytes)
                        + (bytes > ArgumentsViewModel.MAX_CHARACTERS
                                ? "\nToo large to be edited here; it is read when the function runs."
                                : "\nRead when the function runs."));
            }
        };
        model.argumentsProperty().addListener((o, before, now) -> show.accept(now));
        show.accept(model.argumentsProperty().get());
        VBox box = new VBox(file, buttons);
        box.getStyleClass().add("arguments-file");
        return box;
    }

    /// A paste that would freeze the text area goes to a file instead.
    private void onJsonKey(KeyEvent event, LargeArguments large) {
        boolean isPaste = event.isShortcutDown() && event.getCode() == KeyCode.V;
        String pasted = isPaste ? Clipboard.getSystemClipboard().getString() : null;
        if (pasted != null && json.getLength() + pasted.length() > ArgumentsViewModel.MAX_CHARACTERS) {
            event.consume();
            large.keep(pasted, model);
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            json.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private void shownIn(Node node, Mode mode) {
        node.visibleProperty().bind(Bindings.equal(model.modeProperty(), mode));
        node.managedProperty().bind(node.visibleProperty());
    }

    private static Label note(ObservableValue<String> text, String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("arguments-note", styleClass);
        label.setWrapText(true);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1_000) + " kB" : bytes / 1_000_000 + " MB";
    }
}
