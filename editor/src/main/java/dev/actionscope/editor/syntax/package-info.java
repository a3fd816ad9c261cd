/// What the parts of a text are: its language, its tokens, the declarations around a place. Knows no toolkit.
@NullMarked
package dev.actionscope.editor.syntax;

import org.jspecify.annotations.NullMarked;
