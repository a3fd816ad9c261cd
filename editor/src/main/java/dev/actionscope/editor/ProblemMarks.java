package dev.actionscope.editor;

import dev.actionscope.icons.Fonts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Waves under problems, and their messages when the mouse rests on them.
final class ProblemMarks implements EditorPart {
    private static final double WIDEST = 520;
    private static final double FONT_SIZE = 12.5;

    private final CodeTextArea area;
    private final Decorations decorations;
    private final Map<String, List<Placed>> layers = new LinkedHashMap<>();
    private final Tooltip tooltip = new Tooltip();
    private final EventHandler<MouseOverTextEvent> hover = this::hover;
    private final EventHandler<MouseOverTextEvent> leave = event -> tooltip.hide();
    private final Subscription subscription;

    /// A problem and the characters that it covers now.
    private record Placed(Problem problem, Decorations.Range range) {}

    ProblemMarks(CodeTextArea area, Decorations decorations) {
        this.area = area;
        this.decorations = decorations;
        area.setMouseOverTextDelay(Duration.ofMillis(300));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, hover);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, leave);
        subscription = area.plainTextChanges().subscribe(this::edited);
    }

    void set(String layer, List<Problem> problems) {
        layers.put(layer, problems.stream().map(this::place).toList());
        show(layer);
    }

    private void show(String layer) {
        decorations.set(
                "problems:" + layer,
                layers.getOrDefault(layer, List.of()).stream()
                        .map(Placed::range)
                        .toList());
    }

    private Placed place(Problem problem) {
        TextRange range = problem.range();
        int start = area.offsetOf(range.line(), range.column());
        int end = area.offsetOf(range.endLine(), range.endColumn());
        if (end <= start) {
            end = wordEnd(start);
        }
        return new Placed(
                problem, new Decorations.Range(start, end, problem.severity().styleClass()));
    }

    private int wordEnd(int start) {
        int length = area.getLength();
        int end = start;
        while (end < length
                && Character.isJavaIdentifierPart(area.getText(end, end + 1).charAt(0))) {
            end++;
        }
        return Math.min(length, Math.max(end, start + 1));
    }

    private void edited(PlainTextChange change) {
        layers.replaceAll((layer, placed) -> placed.stream()
                .map(one -> new Placed(
                        one.problem(),
                        one.range()
                                .moved(
                                        change.getPosition(),
                                        change.getRemoved().length(),
                                        change.getInserted().length())))
                .toList());
    }

    List<Problem> at(int offset) {
        List<Problem> found = new ArrayList<>();
        layers.values()
                .forEach(placed -> placed.stream()
                        .filter(one ->
                                one.range().start() <= offset && one.range().end() > offset)
                        .forEach(one -> found.add(one.problem())));
        return found;
    }

    private void hover(MouseOverTextEvent event) {
        List<Problem> problems = at(event.getCharacterIndex());
        if (problems.isEmpty()) {
            tooltip.hide();
            return;
        }
        VBox rows = new VBox(6);
        for (Problem problem : problems) {
            Text message = new Text(problem.message());
            message.getStyleClass().add("problem-message");
            message.setFont(Font.font(Fonts.UI, FONT_SIZE));
            if (message.getLayoutBounds().getWidth() > WIDEST) {
                message.setWrappingWidth(WIDEST);
            }
            rows.getChildren().add(new HBox(8, problem.severity().icon().view("icon-small"), message));
        }
        tooltip.setGraphic(rows);
        Point2D at = event.getScreenPosition();
        tooltip.show(area, at.getX() + 8, at.getY() + 14);
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        tooltip.hide();
        area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, hover);
        area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, leave);
    }
}
