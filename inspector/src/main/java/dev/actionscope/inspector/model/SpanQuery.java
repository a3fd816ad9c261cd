package dev.actionscope.inspector.model;

import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What a person types to find spans: words that must all occur in the name, and conditions on properties.
///
/// `kind:fetch`, `status:error` and `file:orders` look at the span; `key:text` for any other key looks for the text in
/// that attribute (`url:giphy`) or for all of it in the name (`messages:send`); `>10ms` wants at least that total time.
/// Case does not matter. An unfinished
/// condition (`kind:`) matches all.
public final class SpanQuery {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    @FunctionalInterface
    private interface Condition {
        boolean holds(TraceModel model, int row);
    }

    private SpanQuery(String text) {
        this.text = text.strip();
        for (String part : this.text.toLowerCase(Locale.ROOT).split("\\s+")) {
            addPart(part);
        }
    }

    /// The query of that text; blank text matches everything.
    public static SpanQuery parse(String text) {
        return new SpanQuery(text);
    }

    private void addPart(String part) {
        int colon = part.indexOf(':');
        boolean isCondition = colon > 0 && part.chars().limit(colon).allMatch(Character::isLetter);
        if (part.startsWith(">") && part.length() > 1 && Character.isDigit(part.charAt(1))) {
            long nanos = nanosOf(part.substring(1));
            conditions.add((model, row) -> model.total(row) >= nanos);
        } else if (isCondition && colon < part.length() - 1) {
            conditions.add(condition(part.substring(0, colon), part.substring(colon + 1)));
        } else if (!part.isEmpty() && !(isCondition && colon == part.length() - 1)) {
            words.add(part);
        }
    }

    private static Condition condition(String key, String value) {
        return switch (key) {
            case "kind" ->
                (model, row) -> model.kind(row).id().toLowerCase(Locale.ROOT).startsWith(value);
            case "status" -> (model, row) -> model.status(row).id().startsWith(value);
            case "file" ->
                (model, row) -> {
                    SourcePosition position = model.position(row);
                    return position != null
                            && position.file().toLowerCase(Locale.ROOT).contains(value);
                };
            default ->
                (model, row) -> model.name(row).toLowerCase(Locale.ROOT).contains(key + ":" + value)
                        || attributeContains(model, row, key, value);
        };
    }

    private static boolean attributeContains(TraceModel model, int row, String key, String value) {
        for (var entry : model.attributes(row).properties()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                JsonNode node = entry.getValue();
                String text = node.isString() ? node.stringValue() : node.toString();
                return text.toLowerCase(Locale.ROOT).contains(value);
            }
        }
        return false;
    }

    private static long nanosOf(String amount) {
        int digits = 0;
        while (digits < amount.length() && (Character.isDigit(amount.charAt(digits)) || amount.charAt(digits) == '.')) {
            digits++;
        }
        double number =
                amount.substring(0, digits).chars().filter(c -> c == '.').count() > 1
                        ? 0
                        : Double.parseDouble(amount.substring(0, digits));
        double unit = switch (amount.substring(digits)) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "s" -> 1e9;
            default -> 1e6;
        };
        return (long) (number * unit);
    }

    /// The text it was made from.
    public String text() {
        return text;
    }

    /// Whether it matches every span.
    public boolean isEmpty() {
        return words.isEmpty() && conditions.isEmpty();
    }

    /// The rows that match. Each distinct name is looked at once, however many spans bear it.
    public BitSet find(TraceModel model) {
        BitSet names = matchingNames(model);
        BitSet found = new BitSet(model.size());
        for (int row = 0; row < model.size(); row++) {
            if (names.get(model.nameIndex(row)) && conditionsHold(model, row)) {
                found.set(row);
            }
        }
        return found;
    }

    private BitSet matchingNames(TraceModel model) {
        List<String> table = model.nameTable();
        BitSet names = new BitSet(table.size());
        for (int index = 0; index < table.size(); index++) {
            String name = table.get(index).toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(name::contains)) {
                names.set(index);
            }
        }
        return names;
    }

    private boolean conditionsHold(TraceModel model, int row) {
        for (Condition condition : conditions) {
            if (!condition.holds(model, row)) {
                return false;
            }
        }
        return true;
    }
}
