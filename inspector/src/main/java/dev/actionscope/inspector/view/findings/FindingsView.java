package dev.actionscope.inspector.view.findings;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.SearchField;
import dev.actionscope.inspector.findings.FindingGrouping;
import dev.actionscope.inspector.findings.FindingList;
import dev.actionscope.inspector.findings.FindingRow;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.view.SpanLook;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The advice about a run or about the source, gathered by rule or by file; each opens into what to do about it and the
/// calls that show it.
///
/// Enter goes to the line, Right opens a finding, Left closes it.
public final class FindingsView extends BorderPane {
    private final SourceNavigator navigator;
    private final ListView<FindingRow> list = new ListView<>();
    private final SearchField filter = new SearchField("Filter findings");
    private final ToggleButton byRule = new ToggleButton("By rule");
    private final ToggleButton byFile = new ToggleButton("By file");
    private final HBox counts = new HBox(10);
    private final StackPane center = new StackPane();
    private final Set<Finding> opened = new HashSet<>();
    private FindingList findings = new FindingList(List.of());
    private TraceModel trace = new TraceModel();

    public FindingsView(TraceSelection selection, SourceNavigator navigator) {
        this.navigator = navigator;
        getStyleClass().add("findings");
        setMinSize(0, 0);
        list.setId("finding-list");
        list.getStyleClass().add("variable-rows");
        list.setAccessibleText("Findings");
        list.setCellFactory(view -> new FindingCell(new FindingCell.Surroundings(
                selection,
                navigator,
                () -> trace,
                this::grouping,
                opened::contains,
                this::toggle,
                view.widthProperty())));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setTop(header());
        setCenter(center);
        show(List.of(), false);
    }

    private HBox header() {
        filter.setId("findings-filter");
        filter.setPrefWidth(240);
        filter.textProperty().addListener(change -> rebuild());
        ToggleGroup grouping = new ToggleGroup();
        for (ToggleButton button : List.of(byRule, byFile)) {
            button.setToggleGroup(grouping);
            button.getStyleClass().setAll("tool-button", "text-tool");
            button.setTooltip(new Tooltip("Gather findings " + button.getText().toLowerCase(Locale.ROOT)));
        }
        byRule.setSelected(true);
        grouping.selectedToggleProperty().addListener((now, old, selected) -> {
            if (selected == null && old != null) {
                old.setSelected(true);
            } else {
                rebuild();
            }
        });
        counts.getStyleClass().add("finding-counts");
        HBox header = new HBox(4, filter, byRule, byFile, Tools.spacer(), counts);
        header.getStyleClass().addAll("panel-header", "ruled", "findings-header");
        return header;
    }

    /// Shows these findings.
    ///
    /// @param checked whether something was checked at all, so that none is good news
    public void show(List<Finding> shown, boolean checked) {
        findings = new FindingList(shown);
        opened.clear();
        if (!shown.isEmpty()) {
            center.getChildren().setAll(list);
        } else if (checked) {
            center.getChildren()
                    .setAll(new EmptyState(Icons.SUCCESS, "No findings", "Nothing dangled, nothing was chained."));
        } else {
            center.getChildren()
                    .setAll(new EmptyState(
                            Icons.FINDINGS,
                            "Nothing checked yet",
                            "Run a function: advice on what it did appears here."));
        }
        showCounts();
        rebuild();
    }

    /// The trace that the findings' spans belong to.
    public void show(TraceModel shown) {
        trace = shown;
        list.refresh();
    }

    private void showCounts() {
        counts.getChildren().clear();
        for (Severity severity : Severity.values()) {
            long count = findings.count(severity);
            if (count > 0) {
                String name = severity.name().toLowerCase(Locale.ROOT);
                Label label = new Label(
                        Quantities.count(count, name, severity == Severity.INFO ? "infos" : name + "s"),
                        SpanLook.icon(severity).view("icon-small"));
                label.getStyleClass().addAll("dim", "small");
                counts.getChildren().add(label);
            }
        }
    }

    private void rebuild() {
        FindingRow selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(findings.rows(grouping(), filter.getText()));
        if (selected != null) {
            list.getSelectionModel().select(selected);
        }
    }

    private FindingGrouping grouping() {
        return byFile.isSelected() ? FindingGrouping.FILE : FindingGrouping.RULE;
    }

    private void toggle(Finding finding) {
        if (!opened.remove(finding)) {
            opened.add(finding);
        }
        list.refresh();
    }

    private void key(KeyEvent event) {
        Finding finding = selected();
        if (finding == null) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT, LEFT -> {
                boolean open = event.getCode() == javafx.scene.input.KeyCode.RIGHT;
                if (opened.contains(finding) != open) {
                    toggle(finding);
                }
                event.consume();
            }
            case SPACE -> {
                toggle(finding);
                event.consume();
            }
            case ENTER -> {
                SourcePosition position = finding.position();
                if (position != null) {
                    navigator.open(position);
                }
                event.consume();
            }
            default -> {}
        }
    }

    private @Nullable Finding selected() {
        return list.getSelectionModel().getSelectedItem() instanceof FindingRow.Item(Finding finding) ? finding : null;
    }
}
