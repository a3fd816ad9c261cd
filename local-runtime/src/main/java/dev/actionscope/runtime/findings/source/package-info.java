/// Findings from the source: what the files say, how they refer to each other, and the rules that read them.
package dev.actionscope.runtime.findings.source;
