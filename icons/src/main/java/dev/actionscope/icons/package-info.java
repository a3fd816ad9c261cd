/// Icons, fonts and colour themes, and their one lookup.
@NullMarked
package dev.actionscope.icons;

import org.jspecify.annotations.NullMarked;
