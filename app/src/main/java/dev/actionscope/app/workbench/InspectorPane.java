package dev.actionscope.app.workbench;

import dev.actionscope.app.arguments.JsonText;
import dev.actionscope.app.host.HostSession;
import dev.actionscope.app.notice.Notice;
import dev.actionscope.app.project.ProblemsView;
import dev.actionscope.app.run.RunListener;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.value.LargeValues;
import dev.actionscope.inspector.view.InspectorTab;
import dev.actionscope.inspector.view.RunInspector;
import dev.actionscope.inspector.view.runs.RunsView;
import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.host.RuntimeCommands.LargeValue;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The bottom of the window: what a run did, the project's problems, its runs. Its one selection is followed by the
/// editor.
final class InspectorPane implements RunListener {
    /// Traces with more spans are prepared away from the FX thread.
    private static final int LARGE_TRACE = 5_000;

    private final WorkbenchModel model;
    private final RunInspector inspector;
    private final RunsView runs;
    private final Map<Long, SourcePosition> places = new HashMap<>();
    private List<Span> whole = List.of();
    private @Nullable String recording;
    private long shownVersion;

    InspectorPane(WorkbenchModel model, WorkbenchActions act, ProblemsView problems) {
        this.model = model;
        TraceSelection selection = new TraceSelection();
        inspector = new RunInspector(selection, act::openSource, new FromHost(model.host()));
        runs = new RunsView(InstantSource.system(), model.run()::open);
        inspector.add(InspectorTab.PROBLEMS, problems);
        inspector.add(InspectorTab.RUNS, runs);
        selection.onChange(selected -> selected.ifPresent(span -> {
            SourcePosition place = place(span);
            if (place != null && place.isUserCode()) {
                act.revealSource(place);
            }
        }));
        model.run().runs().addListener((ListChangeListener<Object>) change -> {
            runs.show(List.copyOf(model.run().runs()));
            inspector.badge(InspectorTab.RUNS, model.run().runs().size(), "dim");
        });
    }

    Region view() {
        return inspector;
    }

    /// @param tab `calls`, `console`, `findings`, `result`, `problems` or `runs`
    void select(String tab) {
        inspector.select(InspectorTab.valueOf(tab.toUpperCase(Locale.ROOT)));
        focus();
    }

    /// Moves the keyboard to the tab in front.
    void focus() {
        inspector.requestFocus();
    }

    void showProblemCount(int count) {
        inspector.badge(InspectorTab.PROBLEMS, count, "error");
    }

    @Override
    public void begun(String runId, String function) {
        forget();
        inspector.begin(function);
        if (inspector.selected() == InspectorTab.PROBLEMS || inspector.selected() == InspectorTab.RUNS) {
            inspector.select(InspectorTab.CALLS);
        }
    }

    @Override
    public void progressed(RunProgress progress) {
        remember(progress.spans());
        inspector.progress(progress.spans(), progress.logs());
    }

    @Override
    public void ended(String runId, RunResult result) {
        recording = result.recording();
        whole = result.spans();
        inspector.end(result);
    }

    /// A run whose host died is shown as canceled, with what was seen of it.
    @Override
    public void lost(String function, String reason) {
        inspector.end(new RunResult(
                function,
                SpanKind.ACTION,
                "convex",
                model.preferences().settings().engine(),
                RunStatus.CANCELED,
                null,
                new RunError(reason, null, List.of()),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                null));
    }

    @Override
    public void shown(RunResult result) {
        forget();
        recording = result.recording();
        whole = result.spans();
        long version = shownVersion;
        if (result.spans().size() < LARGE_TRACE) {
            inspector.show(result);
            return;
        }
        model.background().execute(() -> {
            TraceModel built = TraceModel.of(result.spans());
            model.fx().execute(() -> {
                if (version == shownVersion) {
                    inspector.show(result, built);
                }
            });
        });
    }

    @Override
    public void cleared() {
        forget();
        inspector.clear();
    }

    private void forget() {
        shownVersion++;
        recording = null;
        places.clear();
        whole = List.of();
    }

    /// Where a span was asked for: spans come in the order of their ids.
    private @Nullable SourcePosition place(long spanId) {
        int low = 0;
        int high = whole.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long id = whole.get(middle).id();
            if (id == spanId) {
                return whole.get(middle).position();
            }
            low = id < spanId ? middle + 1 : low;
            high = id < spanId ? high : middle - 1;
        }
        return places.get(spanId);
    }

    private void remember(List<Span> spans) {
        for (Span span : spans) {
            if (span.position() != null) {
                places.put(span.id(), span.position());
            }
        }
    }

    /// Large values stay in the recording until somebody looks at them.
    private final class FromHost implements LargeValues {
        private final HostSession host;

        FromHost(HostSession host) {
            this.host = host;
        }

        @Override
        public boolean isAvailable() {
            return recording != null;
        }

        @Override
        public void load(long spanId, String attribute, Consumer<JsonNode> whenLoaded) {
            String file = recording;
            if (file != null) {
                host.ask(
                        commands -> commands.largeValue(new LargeValue(file, spanId, attribute)),
                        text -> parse(text, whenLoaded),
                        reason ->
                                model.say(Notice.warning("The value of " + attribute + " cannot be read: " + reason)));
            }
        }

        private void parse(String text, Consumer<JsonNode> whenLoaded) {
            model.background().execute(() -> {
                JsonNode value = JsonText.parse(text);
                model.fx().execute(() -> whenLoaded.accept(value));
            });
        }
    }
}
