@NullMarked
package dev.actionscope.editor.text;

import org.jspecify.annotations.NullMarked;
