/// Findings: the rules, and what they see in a run and in the source.
package dev.actionscope.runtime.findings;
