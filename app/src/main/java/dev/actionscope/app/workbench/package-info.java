/// The window: where the parts meet.
@NullMarked
package dev.actionscope.app.workbench;

import org.jspecify.annotations.NullMarked;
