/// Open files in tabs: reading, saving, closing, and what the disk does meanwhile.
@NullMarked
package dev.actionscope.editor.tabs;

import org.jspecify.annotations.NullMarked;
