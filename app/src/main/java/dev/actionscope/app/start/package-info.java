/// What is shown while no project is open.
@NullMarked
package dev.actionscope.app.start;

import org.jspecify.annotations.NullMarked;
