/// What the user is told without having asked.
@NullMarked
package dev.actionscope.app.notice;

import org.jspecify.annotations.NullMarked;
