package dev.actionscope.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Style classes on ranges of characters, in named layers; they move along when the text is edited.
final class Decorations {
    private final Map<String, List<Range>> layers = new LinkedHashMap<>();
    private final Runnable onChanged;

    /// @param onChanged called when what is to be seen has changed
    Decorations(Runnable onChanged) {
        this.onChanged = onChanged;
    }

    /// A style class on the characters `start` to `end`.
    record Range(int start, int end, String styleClass) {
        Range moved(int at, int removed, int inserted) {
            return new Range(place(start, at, removed, inserted), place(end, at, removed, inserted), styleClass);
        }

        private static int place(int place, int at, int removed, int inserted) {
            if (place <= at) {
                return place;
            }
            return place >= at + removed ? place + inserted - removed : at + Math.min(place - at, inserted);
        }
    }

    void set(String layer, List<Range> ranges) {
        List<Range> old = ranges.isEmpty() ? layers.remove(layer) : layers.put(layer, List.copyOf(ranges));
        if (!ranges.equals(old == null ? List.of() : old)) {
            onChanged.run();
        }
    }

    List<Range> layer(String layer) {
        return layers.getOrDefault(layer, List.of());
    }

    void edited(int at, int removed, int inserted) {
        layers.replaceAll((layer, ranges) ->
                ranges.stream().map(range -> range.moved(at, removed, inserted)).toList());
    }

    /// All ranges that touch the characters `from` to `to`.
    List<Range> between(int from, int to) {
        List<Range> found = new ArrayList<>();
        for (List<Range> ranges : layers.values()) {
            for (Range range : ranges) {
                if (range.end() > from && range.start() < to && range.end() > range.start()) {
                    found.add(range);
                }
            }
        }
        return found;
    }
}
