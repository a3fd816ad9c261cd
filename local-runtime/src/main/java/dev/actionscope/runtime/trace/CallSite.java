package dev.actionscope.runtime.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where user code asked for something: the stack at that moment, innermost frame first.
///
/// @param frames mapped frames, without frames of the `convex` package and of the runtime itself
public record CallSite(List<Frame> frames) {
    public static final CallSite UNKNOWN = new CallSite(List.of());

    public CallSite {
        frames = List.copyOf(frames);
    }

    /// The innermost position in user code, else in a package, else null.
    public @Nullable SourcePosition position() {
        SourcePosition inPackage = null;
        for (Frame frame : frames) {
            SourcePosition position = frame.position();
            if (position == null) {
                continue;
            }
            if (position.isUserCode()) {
                return position;
            }
            if (inPackage == null) {
                inPackage = position;
            }
        }
        return inPackage;
    }
}
