package dev.actionscope.editor;

import dev.actionscope.editor.text.BracketMatcher;
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
        boolean known = caret <= syntax.text().length() && syntax.text().length() == area.getLength();
        decorations.set(
                LAYER,
                known
                        ? BracketMatcher.around(syntax.text(), caret, syntax::isCode)
                                .map(pair -> List.of(bracket(pair.opening()), bracket(pair.closing())))
                                .orElse(List.of())
                        : List.of());
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
