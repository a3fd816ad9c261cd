package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.Palette;
import dev.actionscope.icons.Theme;
import dev.actionscope.icons.Token;
import dev.actionscope.inspector.timeline.BarLook;
import dev.actionscope.inspector.view.SpanLook;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/// A theme's colours as the timeline needs them: pixels for bars, paints for what is drawn above them.
final class TimelineColors {
    private final Palette palette;
    private final Map<SpanKind, Integer> kinds = new EnumMap<>(SpanKind.class);

    TimelineColors(Theme theme) {
        palette = theme.palette();
        for (SpanKind kind : SpanKind.values()) {
            kinds.put(kind, pixel(SpanLook.token(kind)));
        }
    }

    Color color(Token token) {
        return palette.color(token);
    }

    int pixel(Token token) {
        Color color = palette.color(token);
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    int kind(SpanKind kind) {
        return kinds.getOrDefault(kind, pixel(Token.KIND_TIMER));
    }

    Color kindColor(SpanKind kind) {
        return palette.color(SpanLook.token(kind));
    }

    static BarLook look(SpanStatus status) {
        return switch (status) {
            case OK -> BarLook.PLAIN;
            case RUNNING -> BarLook.RUNNING;
            case ERROR -> BarLook.ERROR;
            case DANGLING -> BarLook.DANGLING;
            case CANCELED -> BarLook.CANCELED;
        };
    }

    int fill(BarLook look, SpanKind kind) {
        return switch (look) {
            case PLAIN, RUNNING, CANCELED -> kind(kind);
            case ERROR -> pixel(Token.ERROR_BG);
            case DANGLING -> pixel(Token.WARNING_BG);
        };
    }

    int edge(BarLook look) {
        return pixel(look == BarLook.DANGLING ? Token.WARNING : Token.ERROR);
    }

    Color label(BarLook look) {
        return color(
                switch (look) {
                    case PLAIN, RUNNING -> Token.ON_STRONG;
                    case ERROR, DANGLING, CANCELED -> Token.TEXT;
                });
    }
}
