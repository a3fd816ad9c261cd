package dev.actionscope.app.arguments;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One function's arguments as a form and as JSON text: a change of either is taken over by the other. A file stands
/// in for both when the JSON is too large to be edited.
///
/// FX thread only; never reads a file.
public final class ArgumentsViewModel {
    /// The longest text that is edited here; longer arguments come from a file.
    public static final int MAX_CHARACTERS = 1_000_000;

    private final FormNode form;
    private final StringProperty text = new SimpleStringProperty("{}");
    private final ReadOnlyStringWrapper textError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper formNotice = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.FORM);
    private final ReadOnlyObjectWrapper<Arguments> arguments;
    private boolean isTakingOver;

    /// Where the arguments come from.
    public enum Mode {
        FORM,
        JSON,
        FILE
    }

    /// Arguments for a function with that validator, empty as yet.
    public ArgumentsViewModel(Validator validator) {
        form = FormNode.of(validator);
        if (validator instanceof Validator.Any) {
            form.write(JsonNodeFactory.instance.objectNode());
        }
        arguments = new ReadOnlyObjectWrapper<>(new Arguments.Invalid(""));
        form.onChange(this::formChanged);
        text.addListener((o, before, now) -> textChanged());
        formChanged();
    }

    /// The form's root.
    public FormNode form() {
        return form;
    }

    /// The JSON text.
    public StringProperty textProperty() {
        return text;
    }

    /// What is wrong with the JSON text, empty when nothing is.
    public ReadOnlyStringProperty textErrorProperty() {
        return textError.getReadOnlyProperty();
    }

    /// Why the form does not show what the JSON says; empty when it does.
    public ReadOnlyStringProperty formNoticeProperty() {
        return formNotice.getReadOnlyProperty();
    }

    /// Which of the two the user looks at, or a file.
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /// What a run would be given now.
    public ReadOnlyObjectProperty<Arguments> argumentsProperty() {
        return arguments.getReadOnlyProperty();
    }

    /// Takes over remembered arguments.
    public void remember(JsonNode value) {
        text.set(JsonText.pretty(value));
    }

    /// Takes the arguments from a file, unseen.
    public void useFile(Path path, long bytes) {
        mode.set(Mode.FILE);
        arguments.set(new Arguments.File(path, bytes));
    }

    /// Back from a file to what was entered.
    public void leaveFile() {
        mode.set(Mode.FORM);
        textChanged();
    }

    private void formChanged() {
        if (isTakingOver) {
            return;
        }
        JsonNode value = form.read();
        formNotice.set("");
        if (value == null) {
            arguments.set(new Arguments.Invalid("Some fields are not filled in yet."));
            return;
        }
        takingOver(() -> text.set(JsonText.pretty(value)));
        textError.set("");
        arguments.set(new Arguments.Value(value));
    }

    private void textChanged() {
        if (isTakingOver) {
            return;
        }
        try {
            JsonNode value = JsonText.parse(text.get().isBlank() ? "{}" : text.get());
            if (!value.isObject()) {
                textIsWrong("Arguments are one JSON object, such as {\"name\": \"value\"}.");
                return;
            }
            textError.set("");
            takingOver(
                    () -> formNotice.set(
                            form.write(value)
                                    ? ""
                                    : "The form cannot show this JSON: it does not fit the validators, or is too long. It is run as it is."));
            form.read();
            arguments.set(new Arguments.Value(value));
        } catch (JacksonException e) {
            textIsWrong(JsonText.explain(e));
        }
    }

    private void textIsWrong(String message) {
        textError.set(message);
        formNotice.set("The JSON has an error; the form shows what it was before.");
        arguments.set(new Arguments.Invalid(message));
    }

    private void takingOver(Runnable change) {
        isTakingOver = true;
        try {
            change.run();
        } finally {
            isTakingOver = false;
        }
    }
}
