@NullMarked
package dev.actionscope.editor;

import org.jspecify.annotations.NullMarked;
