package dev.actionscope.editor;

import dev.actionscope.editor.text.BracketMatcher;
import java.util.BitSet;
import java.util.List;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/// Marks the bracket beside the caret and its partner.
final class BracketMarks implements EditorPart {
    private static final String LAYER = "brackets";

    private final CodeTextArea area;
    private final SyntaxTracker syntax;
    private final Decorations decorations;
    private final Subscription subscription;

    BracketMarks(CodeTextArea area, SyntaxTracker syntax, Decorations decorations) {
        this.area = area;
        this.syntax = syntax;
        this.decorations = decorations;
        subscription = EventStreams.valuesOf(area.caretPositionProperty())
                .subscribe(caret -> mark())
                .and(area.plainTextChanges().subscribe(change -> mark()));
    }

    private void mark() {
        int caret = area.getCaretPosition();
        String text = syntax.text();
        boolean known = text.length() == area.getLength() && (isBracket(text, caret - 1) || isBracket(text, caret));
        decorations.set(LAYER, known ? around(text, caret) : List.of());
    }

    private List<Decorations.Range> around(String text, int caret) {
        int from = Math.max(0, caret - BracketMatcher.REACH);
        int to = Math.min(text.length(), caret + BracketMatcher.REACH);
        BitSet quoted = syntax.quoted(from, to);
        return BracketMatcher.around(text, caret, place -> !quoted.get(place))
                .map(pair -> List.of(bracket(pair.opening()), bracket(pair.closing())))
                .orElse(List.of());
    }

    private static boolean isBracket(String text, int place) {
        return place >= 0 && place < text.length() && "()[]{}".indexOf(text.charAt(place)) >= 0;
    }

    private static Decorations.Range bracket(int place) {
        return new Decorations.Range(place, place + 1, "bracket-match");
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        decorations.set(LAYER, List.of());
    }
}
