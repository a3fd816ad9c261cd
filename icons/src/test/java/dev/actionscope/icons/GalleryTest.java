package dev.actionscope.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.nio.file.Files;
import java.util.Locale;
import javafx.scene.control.TreeCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

@ExtendWith(FxExtension.class)
class GalleryTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void every_component_has_its_looks(Theme theme, FxScene scene, FxDriver fx) {
        String name = theme.name().toLowerCase(Locale.ROOT);
        scene.show(1440, 900, Gallery::new, theme::apply);
        fx.click("tree");
        Snapshot.save(scene.scene(), Snapshot.picture("gallery-" + name), 1);
        fx.rightClick("Context menu here");
        fx.hover(fx.find("Zoom in"));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("gallery-menu-" + name));
        assertTrue(Files.exists(Snapshot.picture("gallery-menu-" + name)));
        assertEquals(
                26, FxThread.call(() -> fx.find(".tree-cell", TreeCell.class).getHeight()));
    }

    @Test
    void every_icon_has_a_glyph_in_its_colour(FxScene scene) {
        scene.show(900, 560, Gallery::icons, Theme.DARK::apply);
        Snapshot.save(scene.scene(), Snapshot.picture("icons-dark"), 1);
        for (Icons icon : Icons.values()) {
            FontIcon view = FxThread.call(icon::view);
            assertTrue(
                    view.getStyleClass().stream()
                                    .filter(c -> c.startsWith("tone-"))
                                    .count()
                            == 1,
                    icon.name());
        }
        FontIcon error = FxThread.call(() -> Icons.RUN.view("tone-error"));
        FxThread.run(() -> ((javafx.scene.layout.Pane) scene.scene().getRoot())
                .getChildren()
                .add(error));
        FxThread.frames(2);
        assertEquals(Theme.DARK.palette().color(Token.ERROR), FxThread.call(error::getFill));
    }

    @Test
    void the_search_field_clears_on_escape(FxScene scene, FxDriver fx) {
        SearchField field = FxThread.call(() -> new SearchField("Filter functions"));
        scene.show(300, 60, () -> new javafx.scene.layout.VBox(field), Theme.DARK::apply);
        fx.click(field);
        fx.type("orders");
        assertEquals("orders", FxThread.call(field::getText));
        fx.press(javafx.scene.input.KeyCode.ESCAPE);
        assertEquals("", FxThread.call(field::getText));
        fx.type("x");
        fx.click(".clear-button");
        assertEquals("", FxThread.call(field::getText));
    }
}
