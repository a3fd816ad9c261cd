package dev.actionscope.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Line numbers and the marks beside them.
final class Gutter implements EditorPart {
    private final CodeTextArea area;
    private final Map<String, List<GutterMark>> layers = new LinkedHashMap<>();
    private final Map<Integer, List<GutterMark>> byLine = new HashMap<>();
    private final DoubleProperty numberWidth = new SimpleDoubleProperty();
    private final Subscription subscriptions;
    private double charWidth = 8;
    private IntConsumer onClick = line -> {};

    Gutter(CodeTextArea area) {
        this.area = area;
        area.setParagraphGraphicFactory(this::graphic);
        subscriptions = area.plainTextChanges()
                .subscribe(this::edited)
                .and(area.getParagraphs().sizeProperty().values().subscribe(size -> measure()));
    }

    void setCharWidth(double width) {
        charWidth = width;
        measure();
    }

    private void measure() {
        int digits = Math.max(3, String.valueOf(area.lineCount()).length());
        numberWidth.set(Math.ceil(digits * charWidth) + 4);
    }

    void setMarks(String layer, List<GutterMark> marks) {
        List<Integer> touched = new ArrayList<>();
        layers.getOrDefault(layer, List.of()).forEach(mark -> touched.add(mark.line()));
        marks.forEach(mark -> touched.add(mark.line()));
        layers.put(layer, List.copyOf(marks));
        index();
        touched.stream()
                .distinct()
                .filter(line -> line >= 1 && line <= area.lineCount())
                .forEach(line -> area.recreateParagraphGraphic(line - 1));
    }

    List<GutterMark> marks(int line) {
        return byLine.getOrDefault(line, List.of());
    }

    void setOnClick(IntConsumer action) {
        onClick = action;
    }

    private void index() {
        byLine.clear();
        layers.values()
                .forEach(marks -> marks.forEach(mark -> byLine.computeIfAbsent(mark.line(), line -> new ArrayList<>())
                        .add(mark)));
    }

    /// Marks below an edit move by the lines that it added or removed.
    private void edited(PlainTextChange change) {
        int added = lineBreaks(change.getInserted()) - lineBreaks(change.getRemoved());
        if (added == 0 || byLine.isEmpty()) {
            return;
        }
        int line = area.lineOf(Math.min(change.getPosition(), area.getLength()));
        boolean atStart = change.getPosition() == area.offsetOf(line, 1);
        Set<Integer> shown = new TreeSet<>(byLine.keySet());
        layers.replaceAll((layer, marks) -> marks.stream()
                .map(mark -> mark.line() > line || (atStart && mark.line() == line)
                        ? mark.atLine(Math.max(line, mark.line() + added))
                        : mark)
                .toList());
        index();
        shown.addAll(byLine.keySet());
        shown.stream().filter(one -> one <= area.lineCount()).forEach(one -> area.recreateParagraphGraphic(one - 1));
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private Node graphic(int paragraph) {
        int line = paragraph + 1;
        Text digits = new Text(String.valueOf(line));
        digits.getStyleClass().add("line-number");
        StackPane number = new StackPane(digits);
        number.minWidthProperty().bind(numberWidth);
        number.setAlignment(Pos.CENTER_RIGHT);
        StackPane place = new StackPane();
        place.getStyleClass().add("mark-place");
        marks(line).stream().findFirst().ifPresent(mark -> place.getChildren().add(view(mark, marks(line))));
        HBox row = new HBox(place, number);
        row.getStyleClass().add("gutter-line");
        row.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onClick.accept(line);
            }
            event.consume();
        });
        return row;
    }

    private static Node view(GutterMark first, List<GutterMark> all) {
        Node icon = first.tone().isEmpty()
                ? first.icon().view("icon-small")
                : first.icon().view("icon-small", first.tone());
        icon.getStyleClass().add("gutter-mark");
        String text = String.join("\n", all.stream().map(GutterMark::text).toList());
        icon.setAccessibleText(text);
        icon.setPickOnBounds(true);
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(250));
        Tooltip.install(icon, tooltip);
        return icon;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        area.setParagraphGraphicFactory(null);
    }
}
