package dev.actionscope.editor.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/// Names the tokens of a TypeScript syntax tree, visiting only the nodes that touch the range asked for.
final class TypeScriptTokens {
    private static final int BYTES = 2;
    private static final Set<String> BRACKETS = Set.of("(", ")", "[", "]", "{", "}", ",", ";", ".", ":", "?.", "${");
    private static final Set<String> FUNCTION_VALUES = Set.of("arrow_function", "function_expression");

    private final String[] symbols;

    TypeScriptTokens(TSLanguage language) {
        symbols = new String[language.symbolCount()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = language.symbolName(i);
        }
    }

    /// Where a visit is: the kinds of the parent and of its parent, the part that the node plays in its parent, and
    /// whether the node is what a call calls.
    private record Place(
            String parent, String grandparent, @Nullable String field, boolean called) {}

    void collect(TSNode root, String text, int from, int to, List<SyntaxToken> tokens) {
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            new Visit(cursor, text, from * BYTES, to * BYTES, tokens).children("", "", false, true);
        }
    }

    /// One walk over the tree. The cursor stands on the parent when `children` is called, and again when it returns.
    private final class Visit {
        private final TSTreeCursor cursor;
        private final String text;
        private final int from;
        private final int to;
        private final List<SyntaxToken> tokens;

        Visit(TSTreeCursor cursor, String text, int from, int to, List<SyntaxToken> tokens) {
            this.cursor = cursor;
            this.text = text;
            this.from = from;
            this.to = to;
            this.tokens = tokens;
        }

        void children(String type, String parent, boolean called, boolean startsBefore) {
            // A jump to the first child that touches the range: a file may have thousands before it.
            boolean found = startsBefore ? cursor.gotoFirstChildForByte(from) >= 0 : cursor.gotoFirstChild();
            if (!found) {
                return;
            }
            do {
                TSNode node = cursor.currentNode();
                int start = node.getStartByte();
                if (start >= to) {
                    break;
                }
                visit(node, start, new Place(type, parent, cursor.currentFieldName(), called));
            } while (cursor.gotoNextSibling());
            cursor.gotoParent();
        }

        private void visit(TSNode node, int start, Place place) {
            String type = type(node);
            Syntax kind = node.isNamed() ? named(node, type, place) : anonymous(type, place);
            if (kind != null) {
                tokens.add(new SyntaxToken(start / BYTES, node.getEndByte() / BYTES, kind));
                return;
            }
            boolean called = "function".equals(place.field()) && place.parent().equals("call_expression");
            children(type, place.parent(), called && type.equals("member_expression"), start < from);
        }

        private @Nullable Syntax named(TSNode node, String type, Place place) {
            return switch (type) {
                case "comment", "hash_bang_line" -> Syntax.COMMENT;
                case "string_fragment" -> Syntax.STRING;
                case "escape_sequence" -> Syntax.ESCAPE;
                case "number" -> Syntax.NUMBER;
                case "regex" -> Syntax.REGEXP;
                case "true", "false", "null", "undefined" -> Syntax.CONSTANT;
                case "this", "super", "import" -> Syntax.KEYWORD;
                case "type_identifier", "predefined_type", "this_type" -> Syntax.TYPE;
                case "shorthand_property_identifier", "shorthand_property_identifier_pattern", "statement_identifier" ->
                    Syntax.VARIABLE;
                case "private_property_identifier", "property_identifier" -> property(place);
                case "identifier" -> identifier(node, place);
                default -> null;
            };
        }

        private Syntax property(Place place) {
            return switch (place.parent()) {
                case "member_expression" -> place.called() ? Syntax.FUNCTION : Syntax.PROPERTY;
                case "method_definition", "method_signature" -> Syntax.FUNCTION;
                case "jsx_attribute" -> Syntax.ATTRIBUTE;
                case "pair" -> siblingIsFunction() ? Syntax.FUNCTION : Syntax.PROPERTY;
                default -> Syntax.PROPERTY;
            };
        }

        private Syntax identifier(TSNode node, Place place) {
            String name = text.substring(node.getStartByte() / BYTES, node.getEndByte() / BYTES);
            return switch (place.parent()) {
                case "call_expression" -> "function".equals(place.field()) ? Syntax.FUNCTION : variable(name);
                case "new_expression" -> "constructor".equals(place.field()) ? Syntax.TYPE : variable(name);
                case "function_declaration", "function_expression", "generator_function_declaration" -> Syntax.FUNCTION;
                case "required_parameter", "optional_parameter" ->
                    "pattern".equals(place.field()) ? Syntax.PARAMETER : variable(name);
                case "arrow_function" -> "parameter".equals(place.field()) ? Syntax.PARAMETER : variable(name);
                case "variable_declarator" ->
                    "name".equals(place.field()) && siblingIsFunction() ? Syntax.FUNCTION : variable(name);
                case "jsx_opening_element", "jsx_closing_element", "jsx_self_closing_element" -> Syntax.TAG;
                case "class_declaration", "nested_type_identifier" -> Syntax.TYPE;
                default -> variable(name);
            };
        }

        private boolean siblingIsFunction() {
            TSNode value = cursor.currentNode().getParent().getChildByFieldName("value");
            return !value.isNull() && FUNCTION_VALUES.contains(type(value));
        }
    }

    private static Syntax variable(String name) {
        boolean constant = name.length() > 1
                && name.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || c == '_');
        return constant ? Syntax.CONSTANT : Syntax.VARIABLE;
    }

    private static @Nullable Syntax anonymous(String type, Place place) {
        if (type.isEmpty()) {
            return null;
        }
        return switch (place.parent()) {
            case "string", "template_string" -> Syntax.STRING;
            case "template_substitution" -> Syntax.ESCAPE;
            case "predefined_type" -> Syntax.TYPE;
            case "type_arguments", "type_parameters" -> Syntax.PUNCTUATION;
            case "jsx_opening_element", "jsx_closing_element", "jsx_self_closing_element" ->
                type.equals("=") ? Syntax.OPERATOR : Syntax.PUNCTUATION;
            default -> {
                if (Character.isLetter(type.charAt(0))) {
                    yield Syntax.KEYWORD;
                }
                yield BRACKETS.contains(type) ? Syntax.PUNCTUATION : Syntax.OPERATOR;
            }
        };
    }

    private String type(TSNode node) {
        int symbol = node.getSymbol();
        return symbol >= 0 && symbol < symbols.length ? symbols[symbol] : node.getType();
    }
}
