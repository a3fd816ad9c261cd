package dev.actionscope.runtime.findings;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules that findings follow. Each has a page of help, Markdown, with a title and the sections *What*, *Why* and
/// *Fix*; the pages are the files of `docs/rules`.
public enum Rule {
    DANGLING_PROMISE(Severity.WARNING),
    BACKGROUND_FAILURE(Severity.ERROR),
    CHAINED_RUN_ACTION(Severity.WARNING),
    SEQUENTIAL_CALLS(Severity.WARNING),
    INCONSISTENT_READS(Severity.WARNING),
    CALLS_IN_LOOP(Severity.WARNING),
    PARALLELIZABLE(Severity.INFO),
    ACTION_CALLED_FROM_CLIENT(Severity.WARNING),
    PUBLIC_FUNCTION_CALL(Severity.WARNING),
    NODE_DIRECTIVE(Severity.WARNING),
    DIRECT_FUNCTION_CALL(Severity.WARNING),
    IMPLICIT_ANY_CYCLE(Severity.ERROR),
    MISSING_ARGS_VALIDATOR(Severity.WARNING),
    UNHANDLED_SIDE_EFFECT(Severity.ERROR),
    LIMIT_NEAR(Severity.WARNING),
    LIMIT_EXCEEDED(Severity.ERROR),
    MEMORY_GROWTH(Severity.WARNING);

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /// The stable id, as in `dangling-promise`.
    public String id() {
        return id;
    }

    /// How bad its findings are, unless one says otherwise.
    public Severity severity() {
        return severity;
    }

    /// The rule of that id.
    public static Optional<Rule> of(String id) {
        for (Rule rule : values()) {
            if (rule.id.equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /// The page of help: Markdown.
    public String page() {
        try (InputStream page = Rule.class.getResourceAsStream("rules/" + id + ".md")) {
            if (page == null) {
                throw new IllegalStateException("there is no page of help for " + id);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page of help for " + id, e);
        }
    }

    /// The page's title, as in `Dangling promise`.
    public String title() {
        return page().lines().findFirst().orElse(id).replaceFirst("^# ", "");
    }

    /// What to do about a finding, in a sentence or two: the first paragraph of the page's *Fix*.
    public String help() {
        return paragraph("## Fix");
    }

    /// What the rule looks for, in a sentence or two: the first paragraph of the page's *What*.
    public String summary() {
        return paragraph("## What");
    }

    /// A finding of this rule, with its own severity and help.
    public Finding finding(String message, @Nullable SourcePosition position, String function, List<Long> spanIds) {
        return new Finding(id, severity, message, position, function, spanIds, help());
    }

    private String paragraph(String heading) {
        String page = page();
        int start = page.indexOf(heading + "\n");
        if (start < 0) {
            return title();
        }
        String body = page.substring(start + heading.length()).strip();
        int end = body.indexOf("\n\n");
        return (end < 0 ? body : body.substring(0, end)).replace('\n', ' ');
    }
}
