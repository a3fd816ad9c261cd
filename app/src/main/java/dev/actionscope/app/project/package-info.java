/// The open project: its files, its functions, its state.
@NullMarked
package dev.actionscope.app.project;

import org.jspecify.annotations.NullMarked;
