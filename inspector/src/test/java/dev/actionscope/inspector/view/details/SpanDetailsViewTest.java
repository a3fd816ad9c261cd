package dev.actionscope.inspector.view.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Theme;
import dev.actionscope.inspector.SampleRuns;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.value.LargeValues;
import dev.actionscope.inspector.view.InspectorStyles;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(FxExtension.class)
class SpanDetailsViewTest {
    private final TraceSelection selection = new TraceSelection();
    private final List<String> asked = new ArrayList<>();

    private SpanDetailsView shown(FxScene scene, LargeValues largeValues, TraceModel model) {
        SpanDetailsView view = FxThread.call(() -> new SpanDetailsView(selection, position -> {}, largeValues));
        scene.show(420, 560, () -> view, shown -> {
            Theme.DARK.apply(shown);
            shown.getStylesheets().add(InspectorStyles.address());
        });
        FxThread.run(() -> view.show(model));
        return view;
    }

    private LargeValues loading() {
        return new LargeValues() {
            @Override
            public void load(long spanId, String attribute, Consumer<JsonNode> whenLoaded) {
                asked.add(spanId + " " + attribute);
                whenLoaded.accept(JsonMapper.shared().readTree("[{\"sku\":\"MS-12\"}]"));
            }
        };
    }

    @Test
    void a_large_value_is_a_preview_until_it_is_loaded(FxScene scene, FxDriver fx) {
        shown(scene, loading(), TraceModel.of(SampleRuns.orders().spans()));
        FxThread.run(() -> selection.select(2));
        FxThread.frames(2);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("details-large-dark"));
        assertTrue(fx.shows("5.00 MiB"));
        fx.click("Load");
        FxThread.frames(2);
        assertEquals(List.of("2 result"), asked);
        assertTrue(fx.shows("(1) [{…}]"));
        assertFalse(fx.shows("Load"));
    }

    @Test
    void a_value_that_is_gone_has_no_button(FxScene scene, FxDriver fx) {
        shown(scene, LargeValues.NONE, TraceModel.of(SampleRuns.orders().spans()));
        FxThread.run(() -> selection.select(2));
        FxThread.frames(2);
        assertTrue(fx.shows("5.00 MiB"));
        assertFalse(fx.shows("Load"));
    }

    @Test
    void a_body_that_is_json_is_opened_and_the_chain_of_callers_can_be_walked(FxScene scene, FxDriver fx) {
        shown(scene, LargeValues.NONE, TraceModel.of(SampleRuns.sendGif().spans()));
        FxThread.run(() -> selection.select(2));
        FxThread.frames(2);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("details-fetch-dark"));
        assertTrue(fx.shows("{data: {…}}"));
        fx.click("messages:sendGif");
        assertEquals(OptionalLong.of(1), selection.spanId());
    }
}
