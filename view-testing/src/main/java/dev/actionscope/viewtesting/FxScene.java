package dev.actionscope.viewtesting;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window of one view test.
public final class FxScene {
    private @Nullable Stage stage;

    /// Shows a window whose content is `width` × `height` and waits until it is painted and focused.
    ///
    /// @param root makes the view; called on the JavaFX thread
    /// @param styling applies the looks, for example `Theme.DARK::apply`; called before the window is shown
    public FxScene show(double width, double height, Supplier<? extends Parent> root, Consumer<Scene> styling) {
        Stage shown = FxThread.call(() -> {
            Scene scene = new Scene(root.get(), width, height);
            styling.accept(scene);
            Stage created = new Stage();
            created.setScene(scene);
            created.setX(0);
            created.setY(0);
            created.show();
            return created;
        });
        stage = shown;
        FxThread.waitUntil("the window to get the focus", shown::isFocused);
        FxThread.frames(2);
        return this;
    }

    /// As the other `show`, with style sheets by address.
    public FxScene show(double width, double height, Supplier<? extends Parent> root, String... stylesheets) {
        return show(width, height, root, scene -> scene.getStylesheets().addAll(stylesheets));
    }

    /// The scene shown.
    public Scene scene() {
        return stage().getScene();
    }

    /// The window shown.
    public Stage stage() {
        if (stage == null) {
            throw new IllegalStateException("show a view first");
        }
        return stage;
    }
}
