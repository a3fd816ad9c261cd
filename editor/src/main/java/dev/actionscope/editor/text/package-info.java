/// Editing as pure functions from a text and a selection to a change. Knows no toolkit.
@NullMarked
package dev.actionscope.editor.text;

import org.jspecify.annotations.NullMarked;
