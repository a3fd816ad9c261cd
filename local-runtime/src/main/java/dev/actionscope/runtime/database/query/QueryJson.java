package dev.actionscope.runtime.database.query;

import dev.actionscope.runtime.database.query.Query.Bound;
import dev.actionscope.runtime.database.query.Query.Operator;
import dev.actionscope.runtime.database.query.Query.Relation;
import dev.actionscope.runtime.database.query.Query.SearchFilter;
import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.Names;
import dev.actionscope.runtime.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Reads queries from JSON.
final class QueryJson {
    private static final int MOST_OPERATORS = 256;

    private QueryJson() {}

    static Query parse(JsonNode json) throws ValueException {
        JsonNode operators = json.path("operators");
        if (operators.size() > MOST_OPERATORS) {
            throw new ValueException("Query has too many operators: " + operators.size());
        }
        List<Operator> chain = new ArrayList<>();
        for (JsonNode operator : operators) {
            chain.add(operator(operator));
        }
        return new Query(source(json.path("source")), chain, json);
    }

    private static Query.Source source(JsonNode json) throws ValueException {
        String type = json.path("type").asString("");
        return switch (type) {
            case "FullTableScan" -> tableScan(json);
            case "IndexRange" -> {
                String[] name = indexName(json);
                yield new Query.IndexRange(name[0], name[1], bounds(json.path("range")), isDescending(json));
            }
            case "Search" -> {
                String[] name = indexName(json);
                yield new Query.Search(name[0], name[1], searchFilters(json.path("filters")));
            }
            default ->
                throw new ValueException(
                        "unknown variant `" + type + "`, expected one of `FullTableScan`, `IndexRange`, `Search`");
        };
    }

    private static Query.Source tableScan(JsonNode json) throws ValueException {
        String table = text(json, "tableName");
        Names.checkIdentifier(table);
        return new Query.TableScan(table, isDescending(json));
    }

    private static String text(JsonNode json, String field) throws ValueException {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw new ValueException("missing field `" + field + "`");
        }
        return value.stringValue();
    }

    private static String[] indexName(JsonNode json) throws ValueException {
        String name = text(json, "indexName");
        String[] parts = name.split("\\.", -1);
        if (parts.length < 2) {
            throw new ValueException("Insufficient components in index name " + name);
        }
        if (parts.length > 2) {
            throw new ValueException("Too many components in index name " + name);
        }
        Names.checkIdentifier(parts[0]);
        Names.checkIdentifier(parts[1]);
        return parts;
    }

    private static boolean isDescending(JsonNode json) throws ValueException {
        JsonNode order = json.path("order");
        if (order.isNull() || order.isMissingNode() || order.asString("").equals("asc")) {
            return false;
        }
        if (order.asString("").equals("desc")) {
            return true;
        }
        throw new ValueException("expected \"asc\" or \"desc\"");
    }

    private static List<Bound> bounds(JsonNode json) throws ValueException {
        List<Bound> bounds = new ArrayList<>();
        for (JsonNode bound : json) {
            Relation relation = switch (bound.path("type").asString("")) {
                case "Eq" -> Relation.EQUAL;
                case "Gt" -> Relation.GREATER;
                case "Gte" -> Relation.AT_LEAST;
                case "Lt" -> Relation.LESS;
                case "Lte" -> Relation.AT_MOST;
                default -> throw new ValueException("unknown index range expression " + bound);
            };
            FieldPath path = FieldPath.parse(text(bound, "fieldPath"));
            bounds.add(new Bound(relation, path, ConvexJson.decodeMaybe(bound.path("value"))));
        }
        return bounds;
    }

    private static List<SearchFilter> searchFilters(JsonNode json) throws ValueException {
        List<SearchFilter> filters = new ArrayList<>();
        for (JsonNode filter : json) {
            FieldPath path = FieldPath.parse(text(filter, "fieldPath"));
            switch (filter.path("type").asString("")) {
                case "Search" -> filters.add(new SearchFilter(true, path, new ConvexValue.Text(text(filter, "value"))));
                case "Eq" -> filters.add(new SearchFilter(false, path, ConvexJson.decodeMaybe(filter.path("value"))));
                default -> throw new ValueException("unknown search filter " + filter);
            }
        }
        return filters;
    }

    private static Operator operator(JsonNode json) throws ValueException {
        if (json.has("limit") && json.path("limit").isNumber()) {
            return new Query.Limit(json.path("limit").longValue());
        }
        if (json.has("filter")) {
            return new Query.Filter(expression(json.path("filter")));
        }
        throw new ValueException("unknown query operator " + json);
    }

    private static Expression expression(JsonNode json) throws ValueException {
        if (json.size() != 1 || !json.isObject()) {
            throw new ValueException("unknown expression " + json);
        }
        Map.Entry<String, JsonNode> only = json.properties().iterator().next();
        JsonNode operand = only.getValue();
        return switch (only.getKey()) {
            case "$eq" -> compare(Expression.Comparison.EQUAL, operand);
            case "$neq" -> compare(Expression.Comparison.NOT_EQUAL, operand);
            case "$lt" -> compare(Expression.Comparison.LESS, operand);
            case "$lte" -> compare(Expression.Comparison.AT_MOST, operand);
            case "$gt" -> compare(Expression.Comparison.GREATER, operand);
            case "$gte" -> compare(Expression.Comparison.AT_LEAST, operand);
            case "$add" -> compute(Arithmetic.ADD, operand);
            case "$sub" -> compute(Arithmetic.SUBTRACT, operand);
            case "$mul" -> compute(Arithmetic.MULTIPLY, operand);
            case "$div" -> compute(Arithmetic.DIVIDE, operand);
            case "$mod" -> compute(Arithmetic.REMAINDER, operand);
            case "$neg" -> new Expression.Negate(expression(operand));
            case "$not" -> new Expression.Not(expression(operand));
            case "$and" -> new Expression.And(expressions(operand));
            case "$or" -> new Expression.Or(expressions(operand));
            case "$field" -> new Expression.Field(FieldPath.parse(operand.asString("")));
            case "$literal" -> new Expression.Constant(ConvexJson.decodeMaybe(operand));
            default -> throw new ValueException("unknown expression " + json);
        };
    }

    private static Expression compare(Expression.Comparison comparison, JsonNode operands) throws ValueException {
        List<Expression> two = two(operands);
        return new Expression.Compare(comparison, two.get(0), two.get(1));
    }

    private static Expression compute(Arithmetic arithmetic, JsonNode operands) throws ValueException {
        List<Expression> two = two(operands);
        return new Expression.Compute(arithmetic, two.get(0), two.get(1));
    }

    private static List<Expression> two(JsonNode operands) throws ValueException {
        if (operands.size() != 2) {
            throw new ValueException("expected two operands, got " + operands);
        }
        return expressions(operands);
    }

    private static List<Expression> expressions(JsonNode operands) throws ValueException {
        List<Expression> expressions = new ArrayList<>();
        for (JsonNode operand : operands) {
            expressions.add(expression(operand));
        }
        return expressions;
    }
}
