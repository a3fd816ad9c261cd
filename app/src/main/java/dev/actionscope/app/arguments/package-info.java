/// Arguments of a function, as a form made from its validators and as JSON.
@NullMarked
package dev.actionscope.app.arguments;

import org.jspecify.annotations.NullMarked;
