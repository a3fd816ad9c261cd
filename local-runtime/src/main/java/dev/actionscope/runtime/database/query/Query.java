package dev.actionscope.runtime.database.query;

import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.ValueException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What `ctx.db.query(…)` built: where documents come from, and what each goes through.
///
/// @param json as user code sent it, for fingerprints
public record Query(Source source, List<Operator> operators, JsonNode json) {
    public Query {
        operators = List.copyOf(operators);
    }

    /// Where documents come from.
    public sealed interface Source {
        /// The table's name.
        String table();

        /// The index's name.
        String index();

        /// Whether the greatest comes first.
        boolean descending();
    }

    /// Every document of a table, by creation time.
    public record TableScan(String table, boolean descending) implements Source {
        @Override
        public String index() {
            return "by_creation_time";
        }
    }

    /// A part of an index.
    public record IndexRange(String table, String index, List<Bound> bounds, boolean descending) implements Source {
        public IndexRange {
            bounds = List.copyOf(bounds);
        }
    }

    /// A full-text search, best match first.
    public record Search(String table, String index, List<SearchFilter> filters) implements Source {
        public Search {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean descending() {
            return false;
        }
    }

    /// One condition of a search.
    ///
    /// @param text whether the field is searched for the words of the value, rather than equal to it
    public record SearchFilter(boolean text, FieldPath path, ConvexValue value) {}

    /// One condition on a field of an index.
    public record Bound(Relation relation, FieldPath path, ConvexValue value) {}

    /// How a field relates to a bound's value.
    public enum Relation {
        EQUAL("=="),
        GREATER(">"),
        AT_LEAST(">="),
        LESS("<"),
        AT_MOST("<=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        /// As messages show it.
        public String symbol() {
            return symbol;
        }
    }

    /// What each document goes through, in order.
    public sealed interface Operator {}

    /// Lets documents pass that an expression is true for.
    public record Filter(Expression expression) implements Operator {}

    /// Lets that many documents pass.
    public record Limit(long count) implements Operator {}

    /// Reads the JSON of a query.
    ///
    /// @throws ValueException when it is none
    public static Query parse(JsonNode json) throws ValueException {
        return QueryJson.parse(json);
    }
}
