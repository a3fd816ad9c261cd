package dev.actionscope.inspector.view;

import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.result.ResultState;
import dev.actionscope.inspector.value.LargeValues;
import dev.actionscope.inspector.view.console.ConsoleView;
import dev.actionscope.inspector.view.findings.FindingsView;
import dev.actionscope.inspector.view.result.ResultView;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Span;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

/// All that is known of one run, in tabs: its calls as tree and timeline, its console, its findings, its result.
///
/// Feed it [#begin], any number of [#progress], then [#end]; or [#show] for a run of the past. All on the JavaFX
/// thread; views are brought up to date once a frame at most.
public final class RunInspector extends BorderPane {
    private static final double PRESENT_MILLIS = 50;

    private final TraceSelection selection;
    private final CallsView calls;
    private final ConsoleView console;
    private final FindingsView findings;
    private final ResultView result;
    private final InspectorTabs tabs;
    private final Pulse pulse = new Pulse(this::refresh);
    private final Timeline present = new Timeline(new KeyFrame(Duration.millis(PRESENT_MILLIS), event -> advance()));
    private TraceModel model = new TraceModel();
    private long begunNanos;
    private int linesTold;

    public RunInspector(TraceSelection selection, SourceNavigator navigator, LargeValues largeValues) {
        this.selection = selection;
        calls = new CallsView(selection, navigator, largeValues);
        console = new ConsoleView(navigator);
        findings = new FindingsView(selection, navigator);
        result = new ResultView(navigator);
        tabs = new InspectorTabs(List.of(
                new InspectorTabs.Tab(InspectorTab.CALLS, calls, calls.tools()),
                new InspectorTabs.Tab(InspectorTab.CONSOLE, console, null),
                new InspectorTabs.Tab(InspectorTab.FINDINGS, findings, null),
                new InspectorTabs.Tab(InspectorTab.RESULT, result, null)));
        getStyleClass().add("run-inspector");
        getStylesheets().add(InspectorStyles.address());
        setMinSize(0, 0);
        setTop(tabs.strip());
        setCenter(tabs.content());
        console.lineCountProperty().subscribe(count -> tabs.badge(InspectorTab.CONSOLE, count.intValue(), "dim"));
        present.setCycleCount(Animation.INDEFINITE);
        clear();
    }

    /// Shows nothing, as before the first run.
    public void clear() {
        showTrace(new TraceModel());
        console.clear();
        showFindings(List.of(), false);
        result.show(new ResultState.NothingRun());
        tabs.dot(InspectorTab.RESULT, "");
    }

    /// A run of that function has begun; what was shown of another one goes.
    public void begin(String function) {
        begunNanos = System.nanoTime();
        showTrace(new TraceModel());
        console.clear();
        showFindings(List.of(), false);
        result.show(new ResultState.Running(function, begunNanos));
        tabs.dot(InspectorTab.RESULT, "info");
        present.play();
    }

    /// The run has done that since: spans that started or ended, lines that were logged.
    public void progress(List<Span> spans, List<LogLine> lines) {
        model.apply(spans);
        console.append(lines);
        linesTold += lines.size();
        pulse.request();
    }

    /// The run has ended. What its result has and `progress` did not tell is added.
    public void end(RunResult ended) {
        present.stop();
        model.apply(ended.spans());
        if (linesTold < ended.logs().size()) {
            console.append(ended.logs().subList(linesTold, ended.logs().size()));
        }
        pulse.flush();
        outcome(ended);
    }

    /// Shows a run of the past.
    public void show(RunResult shown) {
        show(shown, TraceModel.of(shown.spans()));
    }

    /// Shows a run of the past whose model was built already: for large ones, on another thread.
    public void show(RunResult shown, TraceModel built) {
        showTrace(built);
        console.clear();
        console.append(shown.logs());
        outcome(shown);
    }

    private void outcome(RunResult ended) {
        showFindings(ended.findings(), true);
        result.show(new ResultState.Ended(ended));
        tabs.dot(InspectorTab.RESULT, SpanLook.tone(ended.status()));
        if (ended.status() != RunStatus.SUCCESS && tabs.selected() != InspectorTab.CALLS) {
            tabs.select(InspectorTab.RESULT);
        }
    }

    private void showTrace(TraceModel shown) {
        present.stop();
        pulse.cancel();
        model = shown;
        linesTold = 0;
        selection.clear();
        calls.show(shown);
        findings.show(shown);
    }

    private void showFindings(List<Finding> shown, boolean checked) {
        findings.show(shown, checked);
        boolean error = shown.stream().anyMatch(f -> f.severity() == dev.actionscope.runtime.trace.Severity.ERROR);
        tabs.badge(InspectorTab.FINDINGS, shown.size(), error ? "error" : "warning");
    }

    private void advance() {
        if (model.runningCount() > 0) {
            model.advanceTo(System.nanoTime() - begunNanos);
            pulse.request();
        }
    }

    private void refresh() {
        calls.refresh();
    }

    /// The spans shown, for whoever follows the selection: where the selected one is, which ones a line asked for.
    public TraceModel model() {
        return model;
    }

    /// Brings a tab to the front.
    public void select(InspectorTab tab) {
        tabs.select(tab);
    }

    /// Adds a view that is not about one run as a further tab.
    public void add(InspectorTab tab, Node view) {
        tabs.add(new InspectorTabs.Tab(tab, view, null));
    }

    /// Shows a count beside a tab's title; none for 0.
    ///
    /// @param tone `error`, `warning` or `dim`
    public void badge(InspectorTab tab, int count, String tone) {
        tabs.badge(tab, count, tone);
    }

    /// The tab in front.
    public InspectorTab selected() {
        return tabs.selected();
    }

    /// The tree, the timeline and the details.
    public CallsView calls() {
        return calls;
    }

    public ConsoleView console() {
        return console;
    }

    public FindingsView findings() {
        return findings;
    }

    public ResultView result() {
        return result;
    }

    /// The selection that all its views, and the editor, share.
    public TraceSelection selection() {
        return selection;
    }
}
