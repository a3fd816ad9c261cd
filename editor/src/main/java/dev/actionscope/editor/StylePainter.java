package dev.actionscope.editor;

import dev.actionscope.editor.syntax.SyntaxToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;
import org.reactfx.Subscription;

/// Gives the characters near the visible lines their style classes, before each frame that needs it. Lines far away are
/// not touched, nor lines that have their style already, so the cost does not grow with the text.
final class StylePainter implements EditorPart {
    private static final int MARGIN = 40;

    private final CodeTextArea area;
    private final SyntaxTracker syntax;
    private final Decorations decorations;
    private final Runnable beforeLayout = this::paintIfNeeded;
    private final ChangeListener<@Nullable Scene> sceneChanged = (property, old, now) -> follow(old, now);
    private final Subscription viewport;
    private boolean needed = true;

    StylePainter(CodeTextArea area, SyntaxTracker syntax, Decorations decorations) {
        this.area = area;
        this.syntax = syntax;
        this.decorations = decorations;
        area.sceneProperty().addListener(sceneChanged);
        follow(null, area.getScene());
        viewport = area.viewportDirtyEvents().subscribe(event -> request());
    }

    private void follow(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.removePreLayoutPulseListener(beforeLayout);
        }
        if (now != null) {
            now.addPreLayoutPulseListener(beforeLayout);
        }
        request();
    }

    void request() {
        if (!needed) {
            needed = true;
            Platform.requestNextPulse();
        }
    }

    private void paintIfNeeded() {
        if (needed) {
            needed = false;
            paint();
        }
    }

    private void paint() {
        int count = area.lineCount();
        boolean laidOut = !area.getVisibleParagraphs().isEmpty();
        int first = Math.max(0, (laidOut ? area.firstVisibleParToAllParIndex() : 0) - MARGIN);
        int last = Math.min(count - 1, (laidOut ? area.lastVisibleParToAllParIndex() : 0) + MARGIN);
        int from = area.getAbsolutePosition(first, 0);
        int to = area.getAbsolutePosition(last, area.getParagraphLength(last));
        List<Decorations.Range> ranges = new ArrayList<>(decorations.between(from, to));
        for (SyntaxToken token : syntax.painted(from, to)) {
            ranges.add(new Decorations.Range(
                    token.start(), token.end(), token.kind().styleClass()));
        }
        StyleSpans<Collection<String>> wanted = spans(ranges, from, to);
        int changedFrom = -1;
        int start = from;
        for (int paragraph = first; paragraph <= last; paragraph++) {
            int end = start + area.getParagraphLength(paragraph);
            boolean same = start == end
                    || wanted.subView(start - from, end - from)
                            .equals(area.getParagraph(paragraph).getStyleSpans());
            if (!same && changedFrom < 0) {
                changedFrom = start;
            }
            if (changedFrom >= 0 && (same || paragraph == last)) {
                int changedTo = same ? start - 1 : end;
                area.setStyleSpans(changedFrom, wanted.subView(changedFrom - from, changedTo - from));
                changedFrom = -1;
            }
            start = end + 1;
        }
    }

    /// Joins overlapping ranges to runs of characters with the same set of style classes.
    static StyleSpans<Collection<String>> spans(List<Decorations.Range> ranges, int from, int to) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(from, to));
        List<Decorations.Range> starting = new ArrayList<>(ranges);
        starting.sort(java.util.Comparator.comparingInt(Decorations.Range::start));
        for (Decorations.Range range : ranges) {
            borders.add(Math.clamp(range.start(), from, to));
            borders.add(Math.clamp(range.end(), from, to));
        }
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        List<Decorations.Range> open = new ArrayList<>();
        int next = 0;
        Integer start = borders.first();
        for (Integer end = borders.higher(start); end != null; end = borders.higher(end)) {
            int place = start;
            open.removeIf(range -> range.end() <= place);
            for (; next < starting.size() && starting.get(next).start() <= place; next++) {
                if (starting.get(next).end() > place) {
                    open.add(starting.get(next));
                }
            }
            builder.add(
                    open.stream()
                            .map(Decorations.Range::styleClass)
                            .distinct()
                            .sorted()
                            .toList(),
                    end - start);
            start = end;
        }
        return from < to ? builder.create() : StyleSpans.singleton(List.of(), 0);
    }

    @Override
    public void close() {
        viewport.unsubscribe();
        area.sceneProperty().removeListener(sceneChanged);
        follow(area.getScene(), null);
    }
}
