package dev.actionscope.inspector.view.details;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.inspector.calltree.CallText;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.value.LargeValues;
import dev.actionscope.inspector.value.SpanAttributes;
import dev.actionscope.inspector.value.ValueNode;
import dev.actionscope.inspector.view.SourceLink;
import dev.actionscope.inspector.view.SpanLook;
import dev.actionscope.inspector.view.StatusPill;
import dev.actionscope.inspector.view.value.ValueTreeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Everything about the selected span: who called it, its figures, its arguments, result and other attributes.
public final class SpanDetailsView extends StackPane {
    private final TraceSelection selection;
    private final LargeValues largeValues;
    private final FlowPane chain = new FlowPane(4, 2);
    private final Region square = new Region();
    private final Label name = new Label();
    private final StatusPill status = new StatusPill();
    private final SourceLink place;
    private final FigureGrid figures = new FigureGrid();
    private final ValueTreeView values;
    private final BorderPane content = new BorderPane();
    private final EmptyState empty = new EmptyState(
            Icons.ARGUMENTS,
            "No call selected",
            "Select a call in the tree or the timeline to see what it was given and gave back.");
    private final Map<String, JsonNode> loaded = new HashMap<>();
    private TraceModel model = new TraceModel();
    private @Nullable JsonNode shownAttributes;
    private long shownSpan = -1;
    private long shownRevision = -1;

    public SpanDetailsView(TraceSelection selection, SourceNavigator navigator, LargeValues largeValues) {
        this.selection = selection;
        this.largeValues = largeValues;
        this.place = new SourceLink(navigator);
        this.values = new ValueTreeView(largeValues.isAvailable() ? this::load : null);
        values.setId("span-attributes");
        values.setAccessibleText("Attributes of the selected call");
        getStyleClass().add("span-details");
        setMinSize(0, 0);
        content.setTop(header());
        content.setCenter(values);
        getChildren().addAll(content, empty);
        selection.onChange(selected -> refresh());
        refresh();
    }

    private VBox header() {
        name.getStyleClass().addAll("mono", "details-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox title = new HBox(8, square, name, status);
        title.getStyleClass().add("details-title");
        chain.getStyleClass().add("details-chain");
        HBox.setHgrow(chain, Priority.ALWAYS);
        HBox where = new HBox(8, chain, place);
        VBox header = new VBox(8, where, title, figures);
        header.getStyleClass().add("details-header");
        return header;
    }

    /// Shows spans of another trace.
    public void show(TraceModel shown) {
        model = shown;
        loaded.clear();
        shownSpan = -1;
        refresh();
    }

    /// Takes in what the selected span has become.
    public void refresh() {
        int row =
                selection.spanId().isPresent() ? model.rowOf(selection.spanId().getAsLong()) : TraceModel.NO_ROW;
        empty.setVisible(row == TraceModel.NO_ROW);
        content.setVisible(row != TraceModel.NO_ROW);
        if (row == TraceModel.NO_ROW) {
            shownSpan = -1;
            return;
        }
        if (shownSpan == model.id(row) && shownRevision == model.revision()) {
            return;
        }
        shownRevision = model.revision();
        showFigures(row);
        if (shownSpan != model.id(row) || !model.attributes(row).equals(shownAttributes)) {
            shownSpan = model.id(row);
            loaded.clear();
            showChain(row);
            showValues(row);
        }
    }

    private void showFigures(int row) {
        square.getStyleClass().setAll("kind-square", SpanLook.styleClass(model.kind(row)));
        name.setText(model.name(row));
        status.show(model.status(row));
        place.show(model.position(row));
        long below = model.totals().memory(row);
        boolean known = model.ownMemory(row) >= 0 || below > 0;
        figures.show(List.of(
                new FigureGrid.Figure("Total", Quantities.duration(model.total(row))),
                new FigureGrid.Figure("Self", Quantities.duration(model.self(row))),
                new FigureGrid.Figure("Started", "+" + Quantities.duration(model.start(row))),
                new FigureGrid.Figure("Own memory", CallText.memory(model.ownMemory(row))),
                new FigureGrid.Figure("With calls", known ? Quantities.bytes(below) : "–"),
                new FigureGrid.Figure("Calls", Quantities.count(model.totals().descendants(row)))));
    }

    private void showChain(int row) {
        Deque<Integer> above = new ArrayDeque<>();
        for (int at = model.parent(row); at != TraceModel.NO_ROW; at = model.parent(at)) {
            above.push(at);
        }
        chain.getChildren().clear();
        for (int at : above) {
            long id = model.id(at);
            Hyperlink link = new Hyperlink(model.name(at));
            link.getStyleClass().addAll("small", "chain-link");
            link.setOnAction(event -> selection.select(id));
            chain.getChildren().addAll(link, Icons.CHEVRON_RIGHT.view("icon-tiny"));
        }
        Label own = new Label(model.kind(row).id());
        own.getStyleClass().addAll("dim", "small");
        chain.getChildren().add(own);
    }

    private void showValues(int row) {
        shownAttributes = model.attributes(row);
        List<ValueNode> nodes = new ArrayList<>();
        for (ValueNode node : SpanAttributes.of(model.attributes(row))) {
            JsonNode whole = loaded.get(node.label());
            nodes.add(whole == null ? node : ValueNode.of(node.label(), whole));
        }
        values.show(nodes);
    }

    private void load(ValueNode node) {
        long span = shownSpan;
        largeValues.load(span, node.label(), whole -> {
            int row = model.rowOf(span);
            if (span == shownSpan && row != TraceModel.NO_ROW) {
                loaded.put(node.label(), whole);
                showValues(row);
            }
        });
    }
}
