package dev.actionscope.editor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What to find in a text.
///
/// @param query the words, or a regular expression
public record TextSearch(String query, boolean matchCase, boolean regex) {
    private static final int LIMIT = 20_000;

    /// A place found: characters `start` to `end`.
    public record Match(int start, int end) {}

    /// What a search gives.
    public sealed interface Outcome {
        /// The places found, at most 20,000 of them; `complete` says whether that is all.
        record Found(List<Match> matches, boolean complete) implements Outcome {
            /// Takes a copy.
            public Found {
                matches = List.copyOf(matches);
            }
        }

        /// The regular expression is not one.
        record BadExpression(String reason) implements Outcome {}
    }

    /// Looks through a text.
    public Outcome in(String text) {
        if (query.isEmpty()) {
            return new Outcome.Found(List.of(), true);
        }
        Pattern pattern;
        try {
            int flags = (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    | (regex ? Pattern.MULTILINE : Pattern.LITERAL);
            pattern = Pattern.compile(query, flags);
        } catch (PatternSyntaxException bad) {
            return new Outcome.BadExpression(bad.getDescription());
        }
        List<Match> matches = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matches.size() < LIMIT && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                matches.add(new Match(matcher.start(), matcher.end()));
            }
        }
        return new Outcome.Found(matches, matches.size() < LIMIT);
    }
}
