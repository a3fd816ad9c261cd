/// The workbench's side of the runtime host.
@NullMarked
package dev.actionscope.app.host;

import org.jspecify.annotations.NullMarked;
