package dev.actionscope.editor;

import dev.actionscope.editor.syntax.Highlighter;
import dev.actionscope.editor.syntax.Language;
import dev.actionscope.editor.syntax.SyntaxToken;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Keeps the tokens of the text in the area. A text of ordinary size is read at each key; a large one in the
/// background,
/// while its old tokens move along with the edits.
final class SyntaxTracker implements EditorPart {
    private static final int READ_AT_EACH_KEY = 200_000;

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
    private boolean reading;
    private boolean closed;
    private List<SyntaxToken> painted = List.of();
    private int paintedFrom;
    private int paintedTo;
    private long paintedVersion = -1;

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
        int removed = change.getRemoved().length();
        int inserted = change.getInserted().length();
        boolean one = text.length() - removed + inserted == area.getLength();
        if (one) {
            int at = change.getPosition();
            text = text.substring(0, at) + change.getInserted() + text.substring(at + removed);
        } else {
            text = area.getText();
        }
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

    /// One reading at a time; what is typed meanwhile is read after it.
    private void readInBackground() {
        if (reading) {
            return;
        }
        reading = true;
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
        reading = false;
        if (closed) {
            fresh.close();
            return;
        }
        if (started == version) {
            background.execute(highlighter::close);
            highlighter = fresh;
            stale = Optional.empty();
            paintedVersion = -1;
            onTokens.run();
            return;
        }
        background.execute(fresh::close);
        if (text.length() > READ_AT_EACH_KEY) {
            readInBackground();
        }
    }

    String text() {
        return text;
    }

    Language language() {
        return language;
    }

    /// The tokens of the lines to be painted; the same again while neither text nor lines change.
    List<SyntaxToken> painted(int from, int to) {
        if (from != paintedFrom || to != paintedTo || version != paintedVersion) {
            painted = tokens(from, to);
            paintedFrom = from;
            paintedTo = to;
            paintedVersion = version;
        }
        return painted;
    }

    private List<SyntaxToken> tokens(int from, int to) {
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

    /// The characters of a range that belong to a string, a comment or a regular expression.
    BitSet quoted(int from, int to) {
        BitSet quoted = new BitSet();
        for (SyntaxToken token : tokens(from, to)) {
            switch (token.kind()) {
                case STRING, COMMENT, REGEXP, ESCAPE -> quoted.set(token.start(), token.end());
                default -> {}
            }
        }
        return quoted;
    }

    @Override
    public void close() {
        closed = true;
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
