package dev.actionscope.inspector.view.findings;

import dev.actionscope.icons.Icons;
import dev.actionscope.inspector.findings.FindingGrouping;
import dev.actionscope.inspector.findings.FindingRow;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.view.SourceLink;
import dev.actionscope.inspector.view.SpanLook;
import dev.actionscope.runtime.trace.Finding;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A finding, or the line above those of a rule or file.
final class FindingCell extends ListCell<FindingRow> {
    private static final int MOST_SPANS = 12;

    private final Surroundings around;

    /// What a cell needs to know of its view.
    record Surroundings(
            TraceSelection selection,
            SourceNavigator navigator,
            Supplier<TraceModel> trace,
            Supplier<FindingGrouping> grouping,
            Predicate<Finding> isOpen,
            Consumer<Finding> toggle,
            ObservableDoubleValue width) {}

    FindingCell(Surroundings around) {
        this.around = around;
        getStyleClass().add("finding-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(FindingRow row, boolean nothing) {
        super.updateItem(row, nothing);
        setText(null);
        getStyleClass().remove("finding-group");
        setOnMouseClicked(null);
        if (nothing || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case FindingRow.Group group -> {
                getStyleClass().add("finding-group");
                setGraphic(group(group));
            }
            case FindingRow.Item(Finding finding) -> {
                setGraphic(item(finding));
                setOnMouseClicked(event -> {
                    if (event.getClickCount() == 2) {
                        around.toggle().accept(finding);
                    }
                });
            }
        }
    }

    private static HBox group(FindingRow.Group group) {
        Label title = new Label(group.title());
        title.getStyleClass().addAll("strong", "finding-group-title");
        Label count = new Label(Quantities.count(group.count()));
        count.getStyleClass().add("badge");
        HBox box = new HBox(8, title, count);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox item(Finding finding) {
        boolean open = around.isOpen().test(finding);
        FontIcon chevron = Icons.CHEVRON_RIGHT.view("icon-small");
        chevron.setRotate(open ? 90 : 0);
        Button fold = new Button(null, chevron);
        fold.getStyleClass().setAll("fold-button");
        fold.setAccessibleText(open ? "Close" : "Explain");
        fold.setOnAction(event -> around.toggle().accept(finding));
        Node icon = SpanLook.icon(finding.severity()).view("icon-small");
        Label message = new Label(finding.message());
        message.getStyleClass().add("finding-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(3, message, facts(finding));
        HBox.setHgrow(text, Priority.ALWAYS);
        if (open) {
            text.getChildren().add(explanation(finding));
        }
        SourceLink link = SourceLink.to(finding.position(), around.navigator());
        link.getStyleClass().add("mono");
        HBox box = new HBox(8, fold, icon, text, link);
        box.getStyleClass().add("finding");
        box.prefWidthProperty()
                .bind(javafx.beans.binding.Bindings.createDoubleBinding(
                        () -> around.width().get() - 44, around.width()));
        box.setMaxWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Label facts(Finding finding) {
        String rule = around.grouping().get() == FindingGrouping.RULE ? "" : finding.rule();
        String between = rule.isEmpty() || finding.function().isEmpty() ? "" : "  ·  ";
        Label facts = new Label(rule + between + finding.function());
        facts.setManaged(!facts.getText().isEmpty());
        facts.getStyleClass().addAll("dim", "small");
        return facts;
    }

    private VBox explanation(Finding finding) {
        Label help = new Label(finding.help());
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().add("finding-help");
        FlowPane spans = new FlowPane(6, 6);
        spans.getStyleClass().add("finding-spans");
        TraceModel trace = around.trace().get();
        finding.spanIds().stream().limit(MOST_SPANS).forEach(id -> {
            int row = trace.rowOf(id);
            if (row != TraceModel.NO_ROW) {
                spans.getChildren().add(span(trace, row));
            }
        });
        if (finding.spanIds().size() > MOST_SPANS) {
            Label more = new Label("… " + Quantities.count(finding.spanIds().size() - MOST_SPANS) + " more");
            more.getStyleClass().addAll("dim", "small");
            spans.getChildren().add(more);
        }
        VBox box = new VBox(8, help);
        if (!spans.getChildren().isEmpty()) {
            box.getChildren().add(spans);
        }
        box.getStyleClass().add("finding-explanation");
        return box;
    }

    private Button span(TraceModel trace, int row) {
        long id = trace.id(row);
        Region square = new Region();
        square.getStyleClass().setAll("kind-square", SpanLook.styleClass(trace.kind(row)));
        Button chip = new Button(trace.name(row) + "  " + Quantities.duration(trace.total(row)), square);
        chip.getStyleClass().add("span-chip");
        chip.setAccessibleText("Select the call " + trace.name(row));
        chip.setOnAction(event -> around.selection().select(id));
        return chip;
    }
}
