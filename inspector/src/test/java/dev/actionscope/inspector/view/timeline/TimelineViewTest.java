package dev.actionscope.inspector.view.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Theme;
import dev.actionscope.icons.Token;
import dev.actionscope.inspector.SampleRuns;
import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import dev.actionscope.inspector.timeline.Viewport;
import dev.actionscope.inspector.view.InspectorStyles;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class TimelineViewTest {
    private final TraceSelection selection = new TraceSelection();
    private final List<SourcePosition> visited = new ArrayList<>();

    private TimelineView shown(FxScene scene, TraceModel model, double width, double height) {
        TimelineView view = FxThread.call(() -> new TimelineView(selection, visited::add));
        scene.show(width, height, () -> view, shown -> {
            Theme.DARK.apply(shown);
            shown.getStylesheets().add(InspectorStyles.address());
        });
        FxThread.run(() -> view.show(model));
        FxThread.frames(2);
        return view;
    }

    private static Viewport viewport(TimelineView view) {
        return FxThread.call(() -> view.viewModel().viewport());
    }

    private static TraceModel orders() {
        return TraceModel.of(SampleRuns.orders().spans());
    }

    @Test
    void the_wheel_with_control_zooms_at_the_pointer_and_a_drag_moves(FxScene scene, FxDriver fx) {
        TimelineView view = shown(scene, orders(), 1000, 300);
        Node lanes = fx.find("#timeline-lanes");
        double middle = viewport(view).time(500, 1000);
        fx.wheel(lanes, -4, KeyCode.CONTROL);
        Viewport zoomed = viewport(view);
        assertTrue(zoomed.length() < 150e6, () -> "length " + zoomed.length());
        assertEquals(middle, zoomed.time(500, 1000), zoomed.length() / 500);
        fx.drag(lanes, 600, 60, -200, 0);
        Viewport moved = viewport(view);
        assertEquals(zoomed.start() + zoomed.length() * 0.2, moved.start(), zoomed.length() / 100);
        fx.wheel(lanes, 3, KeyCode.SHIFT);
        assertNotEquals(moved, viewport(view));
    }

    @Test
    void keys_zoom_move_select_and_open_the_source(FxScene scene, FxDriver fx) {
        TimelineView view = shown(scene, orders(), 1000, 300);
        TimelineViewModel timeline = view.viewModel();
        fx.click("#timeline-lanes");
        FxThread.run(selection::clear);
        fx.press(KeyCode.PLUS);
        assertTrue(
                viewport(view).length() < FxThread.call(() -> timeline.bounds().length()));
        fx.press(KeyCode.DIGIT0);
        assertEquals(FxThread.call(timeline::bounds), viewport(view));
        fx.press(KeyCode.SHIFT, KeyCode.DOWN);
        fx.press(KeyCode.SHIFT, KeyCode.DOWN);
        fx.press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(OptionalLong.of(5), selection.spanId());
        fx.press(KeyCode.F);
        assertEquals(46e6 * 1.2, viewport(view).length(), 1e3);
        fx.press(KeyCode.ENTER);
        assertEquals("convex/payments.ts:20:5", visited.getLast().toString());
        fx.press(KeyCode.ESCAPE);
        assertEquals(OptionalLong.empty(), selection.spanId());
    }

    @Test
    void a_double_click_zooms_to_a_span_and_the_brush_shows_all_again(FxScene scene, FxDriver fx) {
        TimelineView view = shown(scene, orders(), 1000, 300);
        FxThread.run(() -> selection.select(3));
        Node lanes = fx.find("#timeline-lanes");
        fx.click(lanes, 100, 40);
        assertEquals(OptionalLong.of(2), selection.spanId());
        FxThread.run(() -> view.viewModel().zoomToSelected());
        Node overview = fx.find("#timeline-overview");
        fx.drag(overview, 500, 20, 200, 0);
        Viewport brushed = viewport(view);
        assertEquals(view.viewModel().bounds().time(500, 1000), brushed.start(), 2e6);
        fx.drag(overview, 600, 20, -300, 0);
        assertEquals(brushed.length(), viewport(view).length(), 1);
        assertTrue(viewport(view).start() < brushed.start());
        fx.doubleClick(overview);
        assertEquals(view.viewModel().bounds(), viewport(view));
    }

    @Test
    void kinds_failures_and_dangling_calls_can_be_told_apart_in_the_picture(FxScene scene, FxDriver fx) {
        shown(scene, orders(), 1000, 300);
        WritableImage image = Snapshot.image(fx.find("#timeline-lanes"));
        Color query = Theme.DARK.palette().color(Token.KIND_QUERY);
        assertEquals(query, image.getPixelReader().getColor(180, 48));
        int hatched = 0;
        int dashes = 0;
        for (int x = 20; x < 900; x++) {
            hatched += image.getPixelReader()
                            .getColor(x, 10)
                            .equals(image.getPixelReader().getColor(x + 1, 10))
                    ? 0
                    : 1;
            dashes += image.getPixelReader()
                            .getColor(x, 6 + 3 * 24)
                            .equals(Theme.DARK.palette().color(Token.WARNING))
                    ? 1
                    : 0;
        }
        assertTrue(hatched > 100, "the failed action is hatched");
        assertTrue(dashes > 20 && dashes < 200, "the dangling call has a dashed edge: " + dashes);
        assertTrue(image.getWidth() == 1000);
    }

    @Test
    void a_million_spans_can_be_shown_searched_through_and_zoomed_into(FxScene scene, FxDriver fx) {
        TraceModel model = TraceModel.of(SampleTrace.synthetic(1_000_000));
        TimelineView view = shown(scene, model, 1600, 400);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("timeline-million-dark"));
        fx.click("#timeline-lanes");
        FxThread.run(() -> selection.select(500_007));
        FxThread.run(() -> view.viewModel().zoomToSelected());
        FxThread.frames(2);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("timeline-million-zoomed-dark"));
        assertTrue(viewport(view).length() <= 400);
        Node lanes = fx.find("#timeline-lanes");
        FxThread.run(selection::clear);
        fx.click(lanes, 800, 60);
        assertEquals(OptionalLong.of(500_007), selection.spanId());
    }
}
