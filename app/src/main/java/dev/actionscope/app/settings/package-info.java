/// What is remembered between two starts.
@NullMarked
package dev.actionscope.app.settings;

import org.jspecify.annotations.NullMarked;
