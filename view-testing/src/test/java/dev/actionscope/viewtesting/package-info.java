@NullMarked
package dev.actionscope.viewtesting;

import org.jspecify.annotations.NullMarked;
