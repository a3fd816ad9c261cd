/// What a user can do, by menu, palette, button or key.
@NullMarked
package dev.actionscope.app.commands;

import org.jspecify.annotations.NullMarked;
