package dev.actionscope.editor.tabs;

import dev.actionscope.icons.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import org.jspecify.annotations.Nullable;

/// Asks in a dialog above the window.
final class UnsavedChangesDialog implements UnsavedChanges {
    private static final ButtonType SAVE = new ButtonType("Save", ButtonBar.ButtonData.YES);
    private static final ButtonType DISCARD = new ButtonType("Don't save", ButtonBar.ButtonData.NO);
    private static final ButtonType CANCEL = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);

    private final EditorTabs tabs;

    UnsavedChangesDialog(EditorTabs tabs) {
        this.tabs = tabs;
    }

    @Override
    public void ask(Path file, Consumer<Choice> answer) {
        Alert alert = new Alert(
                Alert.AlertType.NONE, "Your changes will be lost if you don't save them.", SAVE, DISCARD, CANCEL);
        alert.setHeaderText("Save the changes to " + file.getFileName() + "?");
        alert.setTitle("Unsaved changes");
        Scene owner = tabs.getScene();
        alert.initOwner(owner.getWindow());
        Theme.of(owner).getValue().apply(alert.getDialogPane().getScene());
        alert.setOnHidden(event -> answer.accept(choice(alert.getResult())));
        alert.show();
    }

    private static Choice choice(@Nullable ButtonType pressed) {
        return Optional.ofNullable(pressed)
                .map(button -> button == SAVE ? Choice.SAVE : button == DISCARD ? Choice.DISCARD : Choice.CANCEL)
                .orElse(Choice.CANCEL);
    }
}
