/// Findings from a run: the evidence, and the rules that judge it.
package dev.actionscope.runtime.findings.evidence;
