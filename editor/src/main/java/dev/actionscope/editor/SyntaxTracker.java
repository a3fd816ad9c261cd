package dev.actionscope.editor;

import dev.actionscope.editor.syntax.Highlighter;
import dev.actionscope.editor.syntax.Language;
import dev.actionscope.editor.syntax.Syntax;
import dev.actionscope.editor.syntax.SyntaxToken;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Keeps the tokens of the text in the area. A text of ordinary size is read at each key; a large one in the
/// background,
/// while its old tokens move along with the edits.
final class SyntaxTracker implements EditorPart {
    private static final int READ_AT_EACH_KEY = 400_000;

    private final CodeTextArea area;
    private final Executor background;
    private final Executor fx;
    private final Runnable onTokens;
    private final Subscription subscription;
    private Language language = Language.PLAIN;
    private Highlighter highlighter = Highlighter.of(Language.PLAIN);
    private Optional<StaleRegion> stale = Optional.empty();
    private String text = "";
    private long version;

    /// @param onTokens called on the FX thread when the tokens have changed
    SyntaxTracker(CodeTextArea area, Executor background, Executor fx, Runnable onTokens) {
        this.area = area;
        this.background = background;
        this.fx = fx;
        this.onTokens = onTokens;
        this.subscription = area.plainTextChanges().subscribe(this::changed);
    }

    void setLanguage(Language newLanguage) {
        language = newLanguage;
        text = area.getText();
        version++;
        highlighter.close();
        stale = Optional.empty();
        if (text.length() <= READ_AT_EACH_KEY) {
            highlighter = Highlighter.of(language);
            highlighter.reset(text);
        } else {
            highlighter = Highlighter.of(Language.PLAIN);
            readInBackground();
        }
        onTokens.run();
    }

    private void changed(PlainTextChange change) {
        String now = area.getText();
        if (now.equals(text)) {
            return;
        }
        int removed = change.getRemoved().length();
        int inserted = change.getInserted().length();
        boolean one = text.length() - removed + inserted == now.length();
        text = now;
        version++;
        if (text.length() > READ_AT_EACH_KEY) {
            stale = Optional.of(StaleRegion.with(stale, change.getPosition(), removed, inserted));
            readInBackground();
        } else if (one && stale.isEmpty()) {
            highlighter.edited(change.getPosition(), removed, inserted, text);
        } else {
            stale = Optional.empty();
            highlighter.reset(text);
        }
        onTokens.run();
    }

    private void readInBackground() {
        long started = version;
        String snapshot = text;
        Language wanted = language;
        background.execute(() -> {
            Highlighter fresh = Highlighter.of(wanted);
            fresh.reset(snapshot);
            fx.execute(() -> take(fresh, started));
        });
    }

    private void take(Highlighter fresh, long started) {
        if (started != version) {
            fresh.close();
            return;
        }
        highlighter.close();
        highlighter = fresh;
        stale = Optional.empty();
        onTokens.run();
    }

    String text() {
        return text;
    }

    Language language() {
        return language;
    }

    List<SyntaxToken> tokens(int from, int to) {
        if (stale.isEmpty()) {
            return highlighter.tokens(from, to);
        }
        StaleRegion region = stale.get();
        return highlighter.tokens(region.oldPlace(from), region.oldPlace(to)).stream()
                .flatMap(token -> region.moved(token).stream())
                .toList();
    }

    List<String> enclosing(int offset) {
        return highlighter.enclosing(
                stale.map(region -> region.oldPlace(offset)).orElse(offset));
    }

    /// Whether a character belongs to neither a string nor a comment.
    boolean isCode(int offset) {
        for (SyntaxToken token : tokens(offset, offset + 1)) {
            boolean quoted =
                    token.kind() == Syntax.STRING || token.kind() == Syntax.COMMENT || token.kind() == Syntax.REGEXP;
            if (quoted && token.start() <= offset && token.end() > offset) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        version++;
        subscription.unsubscribe();
        highlighter.close();
    }

    /// What was edited since the tokens were read, as one region: characters `start` to `oldEnd` became `start` to
    /// `newEnd`.
    private record StaleRegion(int start, int oldEnd, int newEnd) {
        static StaleRegion with(Optional<StaleRegion> before, int at, int removed, int inserted) {
            if (before.isEmpty()) {
                return new StaleRegion(at, at + removed, at + inserted);
            }
            StaleRegion region = before.get();
            int start = Math.min(region.start, at);
            int end = Math.max(region.newEnd, at + removed);
            int oldEnd = end + region.oldEnd - region.newEnd;
            return new StaleRegion(start, oldEnd, end + inserted - removed);
        }

        int oldPlace(int place) {
            if (place <= start) {
                return place;
            }
            return place >= newEnd ? place + oldEnd - newEnd : oldEnd;
        }

        Optional<SyntaxToken> moved(SyntaxToken token) {
            if (token.end() <= start) {
                return Optional.of(token);
            }
            int by = newEnd - oldEnd;
            return token.start() >= oldEnd
                    ? Optional.of(new SyntaxToken(token.start() + by, token.end() + by, token.kind()))
                    : Optional.empty();
        }
    }
}
