package dev.actionscope.runtime.findings.source;

/// One or a few rules that read source.
interface SourceRule {
    /// Reports what it sees in one file.
    void check(SourceFile file, SourceTree tree, Evaluator evaluator, FindingSink sink);
}
