package dev.actionscope.app.notice;

import dev.actionscope.icons.Icons;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Notices in the corner, newest last. Errors stay until they are closed, others go away by themselves.
public final class NoticeStack extends VBox implements Consumer<Notice> {
    private static final int MAX = 4;

    private final Duration stay;

    /// @param stay how long a notice that is no error is shown
    public NoticeStack(Duration stay) {
        this.stay = stay;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /// Shows a notice; one that says the same is replaced.
    @Override
    public void accept(Notice notice) {
        getChildren().removeIf(shown -> notice.text().equals(shown.getUserData()));
        Node view = view(notice);
        view.setUserData(notice.text());
        getChildren().add(view);
        if (getChildren().size() > MAX) {
            getChildren().removeFirst();
        }
        if (notice.level() != Notice.Level.ERROR) {
            PauseTransition pause = new PauseTransition(stay);
            pause.setOnFinished(event -> getChildren().remove(view));
            pause.play();
        }
    }

    /// Takes the newest notice away.
    public void dismiss() {
        if (!getChildren().isEmpty()) {
            getChildren().removeLast();
        }
    }

    private Node view(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.getStyleClass().add("toast-text");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button(null, Icons.CLOSE.view("icon-small"));
        close.getStyleClass().add("tool-button");
        close.setAccessibleText("Dismiss");
        VBox body = new VBox(text);
        HBox.setHgrow(body, Priority.ALWAYS);
        HBox line = new HBox(icon(notice.level()).view(), body, close);
        line.getStyleClass()
                .addAll("floating", "toast", "toast-" + notice.level().name().toLowerCase(Locale.ROOT));
        close.setOnAction(event -> getChildren().remove(line));
        Notice.Action action = notice.action();
        if (action != null) {
            Button button = new Button(action.title());
            button.getStyleClass().add("toast-action");
            button.setOnAction(event -> {
                getChildren().remove(line);
                action.run().run();
            });
            body.getChildren().add(button);
        }
        return line;
    }

    private static Icons icon(Notice.Level level) {
        return switch (level) {
            case INFO -> Icons.PROBLEM_INFO;
            case SUCCESS -> Icons.SUCCESS;
            case WARNING -> Icons.PROBLEM_WARNING;
            case ERROR -> Icons.PROBLEM_ERROR;
        };
    }
}
