package dev.actionscope.icons;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// The looks of the product, dark or light: apply one to every scene that is made.
///
/// Views take their colours from style classes and from the looked-up colours of [Token]; canvases take them from
/// [#palette] and repaint when [#of] changes. The shared component styles are in `actionscope.css`.
public enum Theme {
    /// Light text on dark surfaces.
    DARK(new PrimerDark()),
    /// Dark text on light surfaces.
    LIGHT(new PrimerLight());

    private static final String SHARED = address("actionscope.css");

    private final String base;
    private final String tokens;
    private final Palette palette;

    Theme(atlantafx.base.theme.Theme base) {
        String file = name().toLowerCase(Locale.ROOT) + ".css";
        this.base = base.getUserAgentStylesheet();
        this.tokens = address(file);
        this.palette = Palette.from(text(file));
    }

    /// Gives a scene these looks, in place of the other theme's; also loads the fonts. Pop-ups follow their owner;
    /// a dialog's scene needs its own call.
    public void apply(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(base);
        for (Theme theme : values()) {
            scene.getStylesheets().remove(theme.tokens);
        }
        scene.getStylesheets().remove(SHARED);
        scene.getStylesheets().addAll(0, java.util.List.of(tokens, SHARED));
        scene.setFill(palette.color(Token.BG));
        property(scene).set(this);
    }

    /// The theme that a scene shows now and later; [#DARK] until one is applied.
    ///
    /// A view follows its own scene with `sceneProperty().flatMap(Theme::of)`.
    public static ObservableValue<Theme> of(Scene scene) {
        return property(scene);
    }

    /// The colours of this theme, for canvases.
    public Palette palette() {
        return palette;
    }

    @SuppressWarnings("unchecked")
    private static ObjectProperty<Theme> property(Scene scene) {
        return (ObjectProperty<Theme>)
                scene.getProperties().computeIfAbsent(Theme.class, ignored -> new SimpleObjectProperty<>(DARK));
    }

    private static String address(String file) {
        return Objects.requireNonNull(Theme.class.getResource(file), file).toExternalForm();
    }

    private static String text(String file) {
        try (InputStream stream = Objects.requireNonNull(Theme.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the theme " + file, failure);
        }
    }
}
