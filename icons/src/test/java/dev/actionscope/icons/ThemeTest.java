package dev.actionscope.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class ThemeTest {
    private static final List<Token> SURFACES = List.of(Token.BG, Token.PANEL, Token.RAISED);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void text_can_be_read_on_every_surface(Theme theme) {
        for (Token surface : List.of(Token.BG, Token.PANEL, Token.RAISED, Token.HOVER, Token.STATUS_BAR)) {
            atLeast(7, theme, Token.TEXT, surface);
            atLeast(4.5, theme, Token.TEXT_DIM, surface);
        }
        atLeast(7, theme, Token.TEXT, Token.SELECTION);
        for (Token token : List.of(Token.OK, Token.ERROR, Token.WARNING, Token.INFO, Token.ACCENT)) {
            SURFACES.forEach(surface -> atLeast(4.5, theme, token, surface));
        }
        atLeast(4.5, theme, Token.OK, Token.OK_BG);
        atLeast(4.5, theme, Token.ERROR, Token.ERROR_BG);
        atLeast(4.5, theme, Token.WARNING, Token.WARNING_BG);
        atLeast(4.5, theme, Token.INFO, Token.INFO_BG);
        atLeast(4.5, theme, Token.ON_STRONG, Token.ACCENT_STRONG);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void kinds_are_seen_on_surfaces_and_carry_text(Theme theme) {
        for (Token token : Token.values()) {
            if (token.name().startsWith("KIND_") && token.name().endsWith("_TEXT")) {
                SURFACES.forEach(surface -> atLeast(4.5, theme, token, surface));
            } else if (token.name().startsWith("KIND_")) {
                atLeast(4.5, theme, Token.ON_STRONG, token);
                SURFACES.forEach(surface -> atLeast(3, theme, token, surface));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void code_can_be_read_also_on_marked_lines(Theme theme) {
        for (Token token : Token.values()) {
            if (token.name().startsWith("SYNTAX_")) {
                List.of(Token.BG, Token.CURRENT_LINE, Token.TRACE_LINE)
                        .forEach(background -> atLeast(4.5, theme, token, background));
            }
        }
        atLeast(4.5, theme, Token.TEXT, Token.FIND_MATCH);
    }

    private static void atLeast(double wanted, Theme theme, Token foreground, Token background) {
        double actual =
                contrast(theme.palette().color(foreground), theme.palette().color(background));
        assertTrue(
                actual >= wanted,
                () -> "%s on %s in %s: %.2f, wanted %.1f".formatted(foreground, background, theme, actual, wanted));
    }

    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    /// Relative luminance as WCAG 2 defines it.
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void style_sheets_and_canvases_see_the_same_colours(Theme theme, FxScene scene) {
        for (Token token : List.of(Token.KIND_FETCH, Token.TEXT_DIM, Token.FIND_MATCH_CURRENT)) {
            Region region = FxThread.call(Region::new);
            FxThread.run(() -> region.setStyle("-fx-background-color: " + token.cssName()));
            FxScene shown = new FxScene().show(60, 60, () -> new javafx.scene.layout.StackPane(region), theme::apply);
            Color painted =
                    Snapshot.image(shown.scene().getRoot()).getPixelReader().getColor(30, 30);
            assertEquals(theme.palette().color(token), painted, token.cssName());
        }
    }

    @Test
    void a_scene_changes_its_theme_and_tells(FxScene scene) {
        scene.show(100, 100, Region::new, Theme.DARK::apply);
        int sheets = scene.scene().getStylesheets().size();
        FxThread.run(() -> Theme.LIGHT.apply(scene.scene()));
        assertEquals(Theme.LIGHT, Theme.of(scene.scene()).getValue());
        assertEquals(sheets, scene.scene().getStylesheets().size());
    }

    @Test
    void fonts_ship_with_the_product() {
        FxThread.run(Fonts::load);
        for (String family : List.of("Inter", "Inter Medium", "Inter SemiBold", "JetBrains Mono")) {
            assertEquals(family, Font.font(family).getFamily());
        }
        assertEquals("Bold", Font.font("Inter", FontWeight.BOLD, 13).getStyle());
        assertEquals(
                "Italic", Font.font("JetBrains Mono", FontPosture.ITALIC, 13).getStyle());
    }

    @Test
    void a_palette_without_a_colour_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Palette(Map.of()));
    }
}
