package dev.actionscope.editor.tabs;

import dev.actionscope.editor.CodeEditor;
import dev.actionscope.editor.SourceText;
import dev.actionscope.icons.Icons;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One open file: its editor, what the disk holds, and what there is to say about the two.
final class FileTab implements AutoCloseable {
    private final Path file;
    private final Executor io;
    private final Executor fx;
    private final CodeEditor editor;
    private final TabHeader header;
    private final BorderPane view = new BorderPane();
    private FileContent.Text onDisk;

    FileTab(Path file, FileContent.Text content, Executor io, Executor fx, TabHeader.Actions actions) {
        this.file = file;
        this.onDisk = content;
        this.io = io;
        this.fx = fx;
        editor = new CodeEditor(io, fx);
        editor.open(new SourceText(
                file.getFileName().toString(),
                content.text(),
                content.writable() ? Optional.empty() : Optional.of("This file is read-only.")));
        header = new TabHeader(file, editor.dirtyProperty(), actions);
        view.setCenter(editor);
    }

    Path file() {
        return file;
    }

    CodeEditor editor() {
        return editor;
    }

    TabHeader header() {
        return header;
    }

    BorderPane view() {
        return view;
    }

    boolean isDirty() {
        return editor.dirtyProperty().get();
    }

    /// Writes the text; the result says whether it is on disk now.
    CompletableFuture<Boolean> save(boolean overwrite) {
        FileContent.Text expected = onDisk;
        FileContent.Text content = expected.with(editor.text());
        return CompletableFuture.supplyAsync(
                        () -> overwrite ? TextFiles.overwrite(file, content) : TextFiles.save(file, expected, content),
                        io)
                .thenApplyAsync(this::saved, fx);
    }

    private boolean saved(SaveOutcome outcome) {
        switch (outcome) {
            case SaveOutcome.Saved saved -> {
                onDisk = saved.content();
                if (editor.text().equals(onDisk.text())) {
                    editor.markSaved();
                }
                view.setTop(null);
                return true;
            }
            case SaveOutcome.ChangedOnDisk changed -> showConflict();
            case SaveOutcome.Failed failed -> showNotice("error", failed.reason());
        }
        return false;
    }

    /// Looks at the disk again: takes a change if nothing was edited here, and asks otherwise.
    void fileChanged() {
        CompletableFuture.supplyAsync(() -> TextFiles.read(file), io).thenAcceptAsync(this::changed, fx);
    }

    private void changed(FileContent content) {
        switch (content) {
            case FileContent.Text text when text.text().equals(onDisk.text()) -> onDisk = text;
            case FileContent.Text text when isDirty() && !text.text().equals(editor.text()) -> showConflict();
            case FileContent.Text text -> take(text);
            case FileContent.Missing missing ->
                showNotice("warning", "This file no longer exists on disk. Saving creates it again.");
            case FileContent.NotText notText -> showNotice("warning", notText.reason());
        }
    }

    private void take(FileContent.Text text) {
        onDisk = text;
        if (text.text().equals(editor.text())) {
            editor.markSaved();
        } else {
            editor.reload(text.text());
        }
        view.setTop(null);
    }

    private void showConflict() {
        Button reload = new Button("Take the file from disk");
        reload.setOnAction(event -> CompletableFuture.supplyAsync(() -> TextFiles.read(file), io)
                .thenAcceptAsync(
                        content -> {
                            if (content instanceof FileContent.Text text) {
                                take(text);
                            }
                        },
                        fx));
        Button keep = new Button("Overwrite it with mine");
        keep.setOnAction(event -> save(true));
        showNotice("warning", "This file was changed on disk while you were editing it.", reload, keep);
    }

    private void showNotice(String tone, String text, Button... actions) {
        Label label = new Label(text, tone.equals("error") ? Icons.PROBLEM_ERROR.view() : Icons.PROBLEM_WARNING.view());
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox notice = new HBox(label, spring);
        notice.getChildren().addAll(actions);
        notice.getStyleClass().addAll("notice", tone);
        view.setTop(notice);
    }

    @Override
    public void close() {
        editor.close();
    }
}
