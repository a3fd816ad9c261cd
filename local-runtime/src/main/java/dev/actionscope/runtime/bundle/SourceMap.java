package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each piece of a generated module came from. Immutable.
public interface SourceMap {
    /// The source of a place in the generated text, or null for text that esbuild made up.
    ///
    /// @param line 1-based
    /// @param column 1-based, UTF-16
    @Nullable
    SourcePosition original(int line, int column);

    /// The places in the generated text that came from that line of the source, in order; empty when none did.
    List<Generated> generated(String file, int line);

    /// The source files, relative to the project.
    List<String> sources();

    /// A place in a generated module.
    ///
    /// @param line 1-based
    /// @param column 1-based, UTF-16
    /// @param originalColumn 1-based
    record Generated(int line, int column, int originalColumn) {}
}
