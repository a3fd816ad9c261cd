/// A headless screen and a driver for tests of views.
@NullMarked
package dev.actionscope.viewtesting;

import org.jspecify.annotations.NullMarked;
