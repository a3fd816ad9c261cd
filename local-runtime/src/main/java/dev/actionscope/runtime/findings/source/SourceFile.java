package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One source file, parsed.
///
/// The parser counts Unicode code points; everything that leaves this class is in UTF-16 units.
final class SourceFile {
    private final String path;
    private final String text;
    private final ISwc4jAst program;
    private final Scopes scopes;
    private final int[] lineStarts;

    /// @param path relative to the project, with forward slashes
    SourceFile(String path, String text, ISwc4jAst program) {
        this.path = path;
        this.text = text;
        this.program = program;
        this.scopes = Scopes.of(program);
        this.lineStarts = lineStarts(text);
    }

    String path() {
        return path;
    }

    ISwc4jAst program() {
        return program;
    }

    Scopes scopes() {
        return scopes;
    }

    /// The `"use node"` directive, if the file begins with it.
    boolean isNode() {
        return directive() != null;
    }

    /// The statement of the `"use node"` directive, or null.
    @Nullable
    ISwc4jAst directive() {
        for (ISwc4jAst statement : Syntax.children(program)) {
            if (!(statement instanceof Swc4jAstExprStmt expression)
                    || !(expression.getExpr() instanceof Swc4jAstStr string)) {
                return null;
            }
            if (string.getValue().equals("use node")) {
                return statement;
            }
        }
        return null;
    }

    /// Where a node begins.
    SourcePosition position(ISwc4jAst node) {
        int offset = text.offsetByCodePoints(0, node.getSpan().getStart());
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(path, line + 1, offset - lineStarts[line] + 1);
    }

    /// The text of a node.
    String text(ISwc4jAst node) {
        return between(node.getSpan().getStart(), node.getSpan().getEnd());
    }

    /// The text between two places, in the parser's units.
    String between(int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts[count++] = at + 1;
        }
        return starts;
    }
}
