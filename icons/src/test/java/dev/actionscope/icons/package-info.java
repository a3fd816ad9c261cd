@NullMarked
package dev.actionscope.icons;

import org.jspecify.annotations.NullMarked;
