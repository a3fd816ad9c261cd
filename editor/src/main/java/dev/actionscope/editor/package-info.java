/// The code editor: one text with highlighting, marks, problems, finding and editing keys.
@NullMarked
package dev.actionscope.editor;

import org.jspecify.annotations.NullMarked;
