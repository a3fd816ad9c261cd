package dev.actionscope.app.run;

import dev.actionscope.app.arguments.ArgumentsViewModel;
import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.app.project.FunctionLooks;
import dev.actionscope.app.settings.ProjectMemory.Options;
import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.analysis.FunctionInfo;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The right side of the workbench: the chosen function, what it is given, Run and Stop.
public final class RunPanel extends BorderPane {
    private final Label name = new Label();
    private final Label description = new Label();
    private final VBox body = new VBox();
    private final OptionsPane options;
    private final Button run;
    private final Button stop;
    private final ResultLine result;
    private final ProgressBar progress = new ProgressBar();
    private final StackPane empty;
    private final ArgumentsPane.LargeArguments large;
    private final ScrollPane scroll;
    private final VBox footer;
    private @Nullable ArgumentsPane arguments;

    /// What the panel asks of the workbench.
    public interface Requests {
        /// Lets the user choose a JSON file as arguments.
        void chooseArguments(ArgumentsViewModel model);

        /// Keeps a text that is too large to be edited in a file.
        void keepArguments(String text, ArgumentsViewModel model);

        /// Lets the user choose a stubs file.
        void chooseStubs(Consumer<String> chosen);

        /// The options changed.
        void changed(Options options);
    }

    public RunPanel(CommandRegistry commands, Requests requests) {
        getStyleClass().addAll("panel", "run-panel");
        large = new ArgumentsPane.LargeArguments() {
            @Override
            public void chooseFile(ArgumentsViewModel model) {
                requests.chooseArguments(model);
            }

            @Override
            public void keep(String text, ArgumentsViewModel model) {
                requests.keepArguments(text, model);
            }
        };
        options = new OptionsPane(requests::changed, requests::chooseStubs);
        run = CommandButton.text(commands.get("run.start"), "Run", "primary-button", "run-button");
        run.setId("run-panel-run");
        run.setGraphic(Icons.RUN.view("tone-on-strong"));
        stop = CommandButton.text(commands.get("run.stop"), "Stop", "danger-button", "run-button");
        stop.setId("run-panel-stop");
        stop.setGraphic(Icons.STOP.view());
        for (Button button : new Button[] {run, stop}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.managedProperty().bind(button.visibleProperty());
        }
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        progress.getStyleClass().add("run-progress");
        result = new ResultLine(commands.get("view.result"));
        footer = new VBox(progress, run, stop, result);
        footer.getStyleClass().add("run-footer");
        body.getStyleClass().add("run-body");
        scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("run-scroll");
        empty = new StackPane(new EmptyState(
                Icons.FUNCTIONS,
                "No function chosen",
                "Choose one in the list of functions: its arguments are entered here.",
                CommandButton.text(commands.get("go.function"), "Choose a function…")));
        setTop(header(commands.get("go.function")));
        show(null, null);
        showRun(new RunState.Idle());
    }

    /// Shows a function and its arguments, or that none is chosen.
    public void show(@Nullable FunctionInfo info, @Nullable ArgumentsViewModel model) {
        if (info == null || model == null) {
            arguments = null;
            name.setText("No function");
            name.setGraphic(null);
            description.setText("");
            setCenter(empty);
            setBottom(null);
            return;
        }
        name.setText(info.path());
        name.setGraphic(FunctionLooks.icon(info.kind()).view());
        description.setText(FunctionLooks.describe(info));
        ArgumentsPane pane = new ArgumentsPane(model, large);
        arguments = pane;
        body.getChildren().setAll(pane, options);
        setCenter(scroll);
        setBottom(footer);
    }

    /// Shows the project's options.
    public void show(Options shown) {
        options.show(shown);
    }

    /// Shows what is wrong in every field.
    public void showErrors() {
        if (arguments != null) {
            arguments.showErrors();
        }
    }

    /// Moves the keyboard to the first field.
    public void focusArguments() {
        Region target = arguments == null ? run : arguments;
        target.lookupAll(".text-input").stream()
                .filter(node -> node.isVisible())
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, run::requestFocus);
    }

    /// Shows whether a run goes on.
    public void showRun(RunState state) {
        boolean isBusy = state.isBusy();
        result.show(state);
        run.setVisible(!isBusy);
        stop.setVisible(isBusy);
        boolean isStopping = state instanceof RunState.Running running && running.isStopping();
        stop.setText(isStopping ? "Stopping…" : "Stop");
        progress.setVisible(isBusy);
        progress.setProgress(isBusy ? ProgressBar.INDETERMINATE_PROGRESS : 0);
    }

    private VBox header(Command choose) {
        Label title = new Label("Run");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, CommandButton.icon(choose, Icons.FUNCTIONS));
        bar.getStyleClass().add("panel-header");
        name.getStyleClass().add("run-function");
        description.getStyleClass().addAll("dim", "small");
        VBox chosen = new VBox(name, description);
        chosen.getStyleClass().add("run-chosen");
        return new VBox(bar, chosen);
    }
}
