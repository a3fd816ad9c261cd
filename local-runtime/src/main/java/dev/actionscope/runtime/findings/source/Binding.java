package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;

/// What a name stands for in some scope.
///
/// @param declaration the import specifier, declarator, function, class, or parameter's pattern
/// @param scope the node the name is visible in
/// @param property the property it was taken out of (`const { a } = b`), empty for a plain name
record Binding(Kind kind, String name, ISwc4jAst declaration, ISwc4jAst scope, String property) {

    /// How it was declared.
    enum Kind {
        IMPORT,
        VARIABLE,
        FUNCTION,
        CLASS,
        PARAMETER
    }
}
