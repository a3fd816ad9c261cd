package dev.actionscope.app.workbench;

import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.app.project.FunctionLooks;
import dev.actionscope.app.run.RunState;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.analysis.FunctionInfo;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The bar at the top: menu, project, search, the chosen function with Run and Stop, engine, theme, settings.
final class TopBar extends HBox {
    private final Label project = new Label();
    private final Button function;
    private final Button engine;
    private final Button theme;
    private final Button run;
    private final Button stop;

    TopBar(CommandRegistry commands) {
        getStyleClass().add("top-bar");
        Button menu = new Button(null, Icons.PROJECT.view("icon-large"));
        menu.setId("menu");
        menu.getStyleClass().add("tool-button");
        menu.setAccessibleText("Menu");
        menu.setTooltip(new Tooltip("Menu"));
        ContextMenu content = CommandButton.menu(commands);
        menu.setOnAction(event -> content.show(menu, Side.BOTTOM, 0, 4));
        Label product = new Label("Actionscope");
        product.getStyleClass().add("product-name");
        product.setMinWidth(Region.USE_PREF_SIZE);
        project.getStyleClass().addAll("dim", "project-name");
        project.setMinWidth(0);
        Command choose = commands.get("go.function");
        function = CommandButton.text(choose, "Choose a function", "pill", "function-pill");
        function.setId("function-pill");
        function.setMinWidth(0);
        run = CommandButton.icon(commands.get("run.start"), Icons.RUN);
        run.getStyleClass().add("run");
        stop = CommandButton.icon(commands.get("run.stop"), Icons.STOP);
        engine = CommandButton.text(commands.get("run.engine"), "Interpreter", "tool-button", "engine-switch");
        engine.setMinWidth(Region.USE_PREF_SIZE);
        theme = CommandButton.icon(commands.get("view.theme"), Icons.THEME_LIGHT);
        HBox left = new HBox(menu, product, project);
        HBox right = new HBox(
                function,
                run,
                stop,
                separator(),
                engine,
                theme,
                CommandButton.icon(commands.get("help.settings"), Icons.SETTINGS));
        for (HBox side : new HBox[] {left, right}) {
            side.getStyleClass().add("top-side");
            side.setPrefWidth(100);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        right.getStyleClass().add("at-end");
        getChildren().setAll(left, search(commands.get("go.command")), right);
    }

    void showProject(String name) {
        project.setText(name);
    }

    void showFunction(@Nullable FunctionInfo info) {
        function.setText(info == null ? "Choose a function" : info.path());
        function.setGraphic(
                info == null
                        ? Icons.FUNCTIONS.view("icon-small")
                        : FunctionLooks.icon(info.kind()).view("icon-small"));
    }

    void showEngine(String name) {
        boolean isOptimising = name.equals("optimising");
        engine.setText(isOptimising ? "Optimising" : "Interpreter");
        engine.setGraphic((isOptimising ? Icons.FUNCTION_ACTION : Icons.CONVEX_RUNTIME).view("icon-small", "tone-dim"));
    }

    void showTheme(boolean isDark) {
        theme.setGraphic((isDark ? Icons.THEME_LIGHT : Icons.THEME_DARK).view());
    }

    void showRun(RunState state) {
        run.pseudoClassStateChanged(PseudoClass.getPseudoClass("busy"), state.isBusy());
    }

    private static Button search(Command command) {
        Label text = new Label("Search files, functions, commands…", Icons.SEARCH.view("icon-small"));
        text.getStyleClass().addAll("dim", "search-text");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label key = new Label(command.keyText());
        key.getStyleClass().add("key-hint");
        key.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(text, space, key);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = CommandButton.text(command, null, "search-box");
        button.setGraphic(line);
        button.setAccessibleText(command.title());
        return button;
    }

    private static Node separator() {
        Region line = new Region();
        line.getStyleClass().add("tool-separator");
        return line;
    }
}
