package dev.actionscope.app.run;

import dev.actionscope.app.settings.ProjectMemory.Options;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How runs are started, apart from their arguments: identity, environment, stubs, limits, recording.
final class OptionsPane extends TitledPane {
    private final TextArea identity = area("run-identity", "{\"subject\": \"user_1\", \"email\": \"ada@example.com\"}");
    private final TextArea environment = area("run-environment", "NAME=value, one a line");
    private final TextField stubs = new TextField();
    private final ComboBox<String> limits = new ComboBox<>();
    private final CheckBox record = new CheckBox("Record this run, so that it can be opened again");
    private final Label summary = new Label();
    private final Consumer<Options> changed;
    private boolean isShowing;

    /// @param changed hears of every change
    /// @param chooseFile lets the user choose a file; null when none was chosen
    OptionsPane(Consumer<Options> changed, Consumer<Consumer<String>> chooseFile) {
        this.changed = changed;
        setText("Options");
        setId("run-options");
        getStyleClass().add("run-options");
        setAnimated(false);
        setExpanded(false);
        stubs.setId("run-stubs");
        stubs.setPromptText("Answers for fetch, a JSON file");
        limits.setId("run-limits");
        limits.getItems().setAll("cloud", "self-hosted", "seed", "none");
        limits.setEditable(true);
        limits.setMaxWidth(Double.MAX_VALUE);
        record.setId("run-record");
        Button choose = new Button("Choose…");
        choose.setOnAction(event -> chooseFile.accept(stubs::setText));
        HBox.setHgrow(stubs, Priority.ALWAYS);
        HBox stubsLine = new HBox(stubs, choose);
        stubsLine.getStyleClass().add("button-row");
        VBox box = new VBox(
                labelled("Identity", "claims as JSON; empty: not signed in", identity),
                labelled("Environment", "replaces the project's own", environment),
                labelled("Stubs", "relative to the project", stubsLine),
                labelled("Limits", "a profile or a file", limits),
                record);
        box.getStyleClass().add("options-box");
        setContent(box);
        summary.getStyleClass().add("dim");
        setGraphic(summary);
        setContentDisplay(ContentDisplay.RIGHT);
        setGraphicTextGap(10);
        identity.textProperty().addListener((o, before, now) -> tell());
        environment.textProperty().addListener((o, before, now) -> tell());
        stubs.textProperty().addListener((o, before, now) -> tell());
        limits.valueProperty().addListener((o, before, now) -> tell());
        record.selectedProperty().addListener((o, before, now) -> tell());
    }

    /// Shows these options.
    void show(Options options) {
        isShowing = true;
        identity.setText(options.identity());
        environment.setText(options.environment());
        stubs.setText(options.stubsFile());
        limits.setValue(options.limits());
        record.setSelected(options.record());
        isShowing = false;
        summarise(options);
    }

    private void tell() {
        if (!isShowing) {
            @Nullable String profile = limits.getValue();
            Options options = new Options(
                    identity.getText(),
                    environment.getText(),
                    stubs.getText(),
                    profile == null ? "" : profile,
                    record.isSelected());
            summarise(options);
            changed.accept(options);
        }
    }

    private void summarise(Options options) {
        StringBuilder text = new StringBuilder(options.limits());
        text.append(options.identity().isBlank() ? "" : " · signed in");
        text.append(options.environment().isBlank() ? "" : " · environment");
        text.append(options.stubsFile().isBlank() ? "" : " · stubs");
        text.append(options.record() ? "" : " · not recorded");
        summary.setText(text.toString());
    }

    private static VBox labelled(String title, String hint, Node control) {
        Label name = new Label(title);
        name.getStyleClass().add("form-name");
        Label detail = new Label(hint);
        detail.getStyleClass().add("form-type");
        name.setLabelFor(control);
        HBox header = new HBox(name, detail);
        header.getStyleClass().add("form-header");
        VBox box = new VBox(header, control);
        box.getStyleClass().add("form-field");
        return box;
    }

    private static TextArea area(String id, String prompt) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setPromptText(prompt);
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.getStyleClass().add("code");
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return area;
    }
}
