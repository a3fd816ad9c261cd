package dev.actionscope.icons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts that ship with the product: [#UI] for text and [#CODE] for code.
public final class Fonts {
    /// The family of all text but code. Heavier cuts are `Inter Medium`, `Inter SemiBold` and bold `Inter`.
    public static final String UI = "Inter";

    /// The family of code and of columns of figures.
    public static final String CODE = "JetBrains Mono";

    private static final List<String> FILES = List.of(
            "Inter-Regular",
            "Inter-Medium",
            "Inter-SemiBold",
            "Inter-Bold",
            "JetBrainsMono-Regular",
            "JetBrainsMono-Bold",
            "JetBrainsMono-Italic");

    private Fonts() {}

    /// Makes the fonts known to JavaFX; a second call changes nothing. [Theme#apply] calls it.
    public static void load() {
        if (Font.font(CODE).getFamily().equals(CODE)
                && Font.font(UI).getFamily().equals(UI)) {
            return;
        }
        for (String file : FILES) {
            String resource = "fonts/" + file + ".ttf";
            try (InputStream font = Fonts.class.getResourceAsStream(resource)) {
                if (font == null || Font.loadFont(font, 13) == null) {
                    throw new IllegalStateException("the font " + resource + " cannot be loaded");
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read the font " + resource, failure);
            }
        }
    }
}
