@NullMarked
package dev.actionscope.editor.syntax;

import org.jspecify.annotations.NullMarked;
