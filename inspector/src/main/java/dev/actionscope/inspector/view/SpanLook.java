package dev.actionscope.inspector.view;

import dev.actionscope.icons.Icons;
import dev.actionscope.icons.Token;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The one place that says how kinds, statuses and severities look.
public final class SpanLook {
    private SpanLook() {}

    /// The colour of a kind.
    public static Token token(SpanKind kind) {
        return switch (kind) {
            case ACTION, HTTP_ACTION -> Token.KIND_ACTION;
            case QUERY -> Token.KIND_QUERY;
            case MUTATION -> Token.KIND_MUTATION;
            case FETCH -> Token.KIND_FETCH;
            case DB, SEARCH, VECTOR_SEARCH -> Token.KIND_DB;
            case SCHEDULE, CANCEL -> Token.KIND_SCHEDULE;
            case STORAGE -> Token.KIND_STORAGE;
            case TIMER, AUTH -> Token.KIND_TIMER;
        };
    }

    /// The icon of a kind.
    public static Icons icon(SpanKind kind) {
        return switch (kind) {
            case ACTION -> Icons.FUNCTION_ACTION;
            case HTTP_ACTION -> Icons.HTTP_ACTION;
            case QUERY -> Icons.FUNCTION_QUERY;
            case MUTATION -> Icons.FUNCTION_MUTATION;
            case FETCH -> Icons.FETCH;
            case DB -> Icons.DATABASE;
            case SEARCH, VECTOR_SEARCH -> Icons.SEARCH;
            case SCHEDULE -> Icons.SCHEDULE;
            case CANCEL -> Icons.CANCELED;
            case STORAGE -> Icons.STORAGE;
            case TIMER -> Icons.TIMER;
            case AUTH -> Icons.IDENTITY;
        };
    }

    /// The style class that gives a kind's square or icon its colour, such as `kind-fetch`.
    public static String styleClass(SpanKind kind) {
        return token(kind).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The icon of a span's status.
    public static Icons icon(SpanStatus status) {
        return switch (status) {
            case RUNNING -> Icons.RUNNING;
            case OK -> Icons.SUCCESS;
            case ERROR -> Icons.FAILURE;
            case DANGLING -> Icons.DANGLING;
            case CANCELED -> Icons.CANCELED;
        };
    }

    /// The style class of a span's status: `ok`, `error`, `warning`, `info` or `dim`.
    public static String tone(SpanStatus status) {
        return switch (status) {
            case RUNNING -> "info";
            case OK -> "ok";
            case ERROR -> "error";
            case DANGLING -> "warning";
            case CANCELED -> "dim";
        };
    }

    /// The icon of a run's status; null while it goes on.
    public static Icons icon(@Nullable RunStatus status) {
        return switch (status) {
            case null -> Icons.RUNNING;
            case SUCCESS -> Icons.SUCCESS;
            case ERROR -> Icons.FAILURE;
            case TIMEOUT -> Icons.TIMER;
            case OUT_OF_MEMORY -> Icons.MEMORY;
            case CANCELED -> Icons.CANCELED;
        };
    }

    /// The style class of a run's status.
    public static String tone(@Nullable RunStatus status) {
        return switch (status) {
            case null -> "info";
            case SUCCESS -> "ok";
            case ERROR, OUT_OF_MEMORY -> "error";
            case TIMEOUT -> "warning";
            case CANCELED -> "dim";
        };
    }

    /// A run's status as words.
    public static String words(@Nullable RunStatus status) {
        return switch (status) {
            case null -> "Running";
            case SUCCESS -> "Success";
            case ERROR -> "Error";
            case TIMEOUT -> "Timed out";
            case OUT_OF_MEMORY -> "Out of memory";
            case CANCELED -> "Canceled";
        };
    }

    /// The icon of a severity.
    public static Icons icon(Severity severity) {
        return switch (severity) {
            case ERROR -> Icons.PROBLEM_ERROR;
            case WARNING -> Icons.PROBLEM_WARNING;
            case INFO -> Icons.PROBLEM_INFO;
        };
    }
}
