@NullMarked
package dev.actionscope.editor.tabs;

import org.jspecify.annotations.NullMarked;
