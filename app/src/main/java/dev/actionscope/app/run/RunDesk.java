package dev.actionscope.app.run;

import dev.actionscope.app.arguments.Arguments;
import dev.actionscope.app.arguments.ArgumentsViewModel;
import dev.actionscope.app.arguments.Validator;
import dev.actionscope.app.notice.Notice;
import dev.actionscope.app.settings.Preferences;
import dev.actionscope.app.settings.ProjectMemory.Options;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The function that would be run, and what it would be given; remembers both per project.
///
/// FX thread only.
public final class RunDesk {
    private final Preferences preferences;
    private final RunSession session;
    private final Executor background;
    private final Executor fx;
    private final Consumer<Notice> notices;
    private final ReadOnlyObjectWrapper<@Nullable FunctionInfo> chosen = new ReadOnlyObjectWrapper<>(null);
    private final Map<String, ArgumentsViewModel> models = new HashMap<>();
    private Map<String, JsonNode> examples = Map.of();
    private List<FunctionInfo> functions = List.of();
    private @Nullable Path root;

    public RunDesk(
            Preferences preferences, RunSession session, Executor background, Executor fx, Consumer<Notice> notices) {
        this.preferences = preferences;
        this.session = session;
        this.background = background;
        this.fx = fx;
        this.notices = notices;
    }

    /// The function that would be run, null when none is chosen.
    public ReadOnlyObjectProperty<@Nullable FunctionInfo> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Begins with a project; its memory has been read.
    ///
    /// @param given arguments to begin with, by function
    public void open(Path project, Map<String, JsonNode> given) {
        close();
        root = project;
        examples = given;
    }

    /// Forgets the project, after remembering what was entered.
    public void close() {
        remember();
        models.clear();
        functions = List.of();
        examples = Map.of();
        root = null;
        chosen.set(null);
    }

    /// The project was built, which is of no interest before its memory has been read: keeps the chosen function, or
    /// takes the remembered one, or the first worth running.
    public void show(List<FunctionInfo> built) {
        if (root == null || built.isEmpty() || built.equals(functions)) {
            return;
        }
        functions = built;
        FunctionInfo before = chosen.get();
        String wanted = before != null ? before.path() : preferences.memory().function();
        FunctionInfo now = built.stream()
                .filter(function -> function.path().equals(wanted))
                .findFirst()
                .orElseGet(() -> firstWorthRunning(built));
        if (before != null && now.args().equals(before.args())) {
            chosen.set(now);
        } else {
            models.remove(now.path());
            choose(now);
        }
    }

    /// Chooses a function.
    public void choose(FunctionInfo function) {
        remember();
        chosen.set(function);
        preferences.changeProject(memory -> memory.withFunction(function.path()));
    }

    /// What was entered for a function so far, remembered or new.
    public ArgumentsViewModel arguments(FunctionInfo function) {
        return models.computeIfAbsent(function.path(), path -> {
            ArgumentsViewModel model = new ArgumentsViewModel(Validator.from(function.args()));
            JsonNode known = preferences.memory().arguments().getOrDefault(path, examples.get(path));
            if (known != null) {
                model.remember(known);
            }
            return model;
        });
    }

    /// Runs the chosen function.
    ///
    /// @param invalid hears that the arguments cannot be used; they say themselves why
    public void run(Runnable invalid) {
        FunctionInfo function = chosen.get();
        Path project = root;
        if (function == null || project == null) {
            notices.accept(Notice.info("Choose a function first."));
            return;
        }
        Arguments arguments = arguments(function).argumentsProperty().get();
        if (arguments instanceof Arguments.Invalid(String message)) {
            invalid.run();
            notices.accept(Notice.warning(function.path() + " was not run. " + message));
            return;
        }
        remember();
        Options options = preferences.memory().options();
        String engine = preferences.settings().engine();
        background.execute(() -> {
            RunPreparation.Outcome outcome =
                    RunPreparation.prepare(project, function.path(), arguments, options, engine);
            fx.execute(() -> {
                switch (outcome) {
                    case RunPreparation.Outcome.Ready ready -> session.start(ready.request());
                    case RunPreparation.Outcome.NotReady notReady ->
                        notices.accept(Notice.warning(function.path() + " was not run. " + notReady.reason()));
                }
            });
        });
    }

    /// Remembers what is entered for the chosen function.
    public void remember() {
        FunctionInfo function = chosen.get();
        ArgumentsViewModel model = function == null ? null : models.get(function.path());
        if (function != null
                && model != null
                && model.argumentsProperty().get() instanceof Arguments.Value(JsonNode json)) {
            preferences.changeProject(memory -> memory.withArguments(function.path(), json));
        }
    }

    private FunctionInfo firstWorthRunning(List<FunctionInfo> built) {
        for (String path : examples.keySet()) {
            for (FunctionInfo function : built) {
                if (function.path().equals(path)) {
                    return function;
                }
            }
        }
        return built.stream()
                .filter(function -> function.kind() == FunctionKind.ACTION && function.isPublic())
                .findFirst()
                .orElse(built.getFirst());
    }
}
