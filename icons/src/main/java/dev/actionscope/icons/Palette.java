package dev.actionscope.icons;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of a theme for code that draws by itself; read from the same style sheet that styles the controls.
public record Palette(Map<Token, Color> colors) {
    private static final Pattern DECLARATION = Pattern.compile("(-as-[a-z-]+):\\s*([^;]+);");

    /// Refuses a palette that misses a colour.
    public Palette {
        for (Token token : Token.values()) {
            if (!colors.containsKey(token)) {
                throw new IllegalArgumentException("no colour for " + token.cssName());
            }
        }
        colors = Map.copyOf(colors);
    }

    /// Reads the declarations of a theme's style sheet.
    static Palette from(String css) {
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Matcher matcher = DECLARATION.matcher(css); matcher.find(); ) {
            String constant = matcher.group(1)
                    .substring(4)
                    .toUpperCase(java.util.Locale.ROOT)
                    .replace('-', '_');
            colors.put(Token.valueOf(constant), Color.web(matcher.group(2)));
        }
        return new Palette(colors);
    }

    /// The colour of a token.
    public Color color(Token token) {
        Color color = colors.get(token);
        if (color == null) {
            throw new IllegalArgumentException("no colour for " + token.cssName());
        }
        return color;
    }
}
