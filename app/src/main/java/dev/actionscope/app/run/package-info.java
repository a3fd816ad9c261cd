/// Choosing a function, running it, following the run.
@NullMarked
package dev.actionscope.app.run;

import org.jspecify.annotations.NullMarked;
