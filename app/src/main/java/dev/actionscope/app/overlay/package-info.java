/// What appears above the workbench: palette, questions, sheets.
@NullMarked
package dev.actionscope.app.overlay;

import org.jspecify.annotations.NullMarked;
