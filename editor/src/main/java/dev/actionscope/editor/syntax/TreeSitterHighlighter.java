package dev.actionscope.editor.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEdit;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSPoint;
import org.treesitter.TSReader;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/// Keeps a syntax tree of TypeScript or JavaScript up to date, edit by edit. Half-written code keeps its colours.
///
/// The tree counts bytes of UTF-16, two per character.
final class TreeSitterHighlighter implements Highlighter {
    private static final int BYTES = 2;
    private static final int CHUNK = 1 << 16;
    private static final Set<String> FUNCTIONS = Set.of(
            "arrow_function", "function_expression", "function", "call_expression", "class", "generator_function");

    private final TSParser parser = new TSParser();
    private final TypeScriptTokens classifier;
    private @Nullable TSTree tree;
    private String text = "";

    private TreeSitterHighlighter(TSLanguage language) {
        parser.setLanguage(language);
        classifier = new TypeScriptTokens(language);
    }

    static TreeSitterHighlighter of(Language language) {
        return new TreeSitterHighlighter(
                language == Language.TYPESCRIPT ? new TreeSitterTypescript() : new TreeSitterTsx());
    }

    @Override
    public void reset(String newText) {
        parse(null, newText);
    }

    @Override
    public void edited(int start, int removed, int inserted, String newText) {
        TSTree old = tree;
        if (old == null) {
            reset(newText);
            return;
        }
        old.edit(new TSInputEdit(
                start * BYTES,
                (start + removed) * BYTES,
                (start + inserted) * BYTES,
                point(text, start),
                point(text, start + removed),
                point(newText, start + inserted)));
        parse(old, newText);
    }

    private void parse(@Nullable TSTree old, String newText) {
        byte[] bytes = newText.getBytes(StandardCharsets.UTF_16LE);
        TSReader reader = (chunk, offset, position) -> {
            int length = Math.clamp((long) bytes.length - offset, 0, chunk.length);
            System.arraycopy(bytes, Math.min(offset, bytes.length), chunk, 0, length);
            return length;
        };
        TSTree parsed = parser.parse(new byte[CHUNK], old, reader, TSInputEncoding.TSInputEncodingUTF16LE);
        if (tree != null) {
            tree.close();
        }
        tree = parsed;
        text = newText;
    }

    private static TSPoint point(String text, int offset) {
        int row = 0;
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
            row++;
            lineStart = at + 1;
        }
        return new TSPoint(row, (offset - lineStart) * BYTES);
    }

    @Override
    public List<SyntaxToken> tokens(int from, int to) {
        if (tree == null || from >= to) {
            return List.of();
        }
        List<SyntaxToken> tokens = new ArrayList<>();
        classifier.collect(tree.getRootNode(), text, from, to, tokens);
        return tokens;
    }

    @Override
    public List<String> enclosing(int offset) {
        List<String> names = new ArrayList<>();
        if (tree != null && !text.isEmpty()) {
            int at = Math.clamp(offset, 0, text.length() - 1) * BYTES;
            TSNode node = tree.getRootNode().getDescendantForByteRange(at, at);
            while (!node.isNull()) {
                addName(node, names);
                node = node.getParent();
            }
        }
        return names.reversed();
    }

    private void addName(TSNode node, List<String> names) {
        switch (node.getType()) {
            case "function_declaration",
                    "generator_function_declaration",
                    "class_declaration",
                    "method_definition",
                    "interface_declaration",
                    "enum_declaration" -> addText(node.getChildByFieldName("name"), names);
            case "variable_declarator" -> {
                TSNode value = node.getChildByFieldName("value");
                if (!value.isNull() && FUNCTIONS.contains(value.getType())) {
                    addText(node.getChildByFieldName("name"), names);
                }
            }
            case "pair" -> {
                TSNode value = node.getChildByFieldName("value");
                boolean function = !value.isNull()
                        && FUNCTIONS.contains(value.getType())
                        && !value.getType().equals("call_expression");
                if (function) {
                    addText(node.getChildByFieldName("key"), names);
                }
            }
            default -> {}
        }
    }

    private void addText(TSNode node, List<String> names) {
        if (!node.isNull()) {
            names.add(text.substring(node.getStartByte() / BYTES, node.getEndByte() / BYTES));
        }
    }

    @Override
    public void close() {
        if (tree != null) {
            tree.close();
            tree = null;
        }
        parser.close();
    }
}
