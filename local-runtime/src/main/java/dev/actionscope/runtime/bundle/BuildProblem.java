package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What made a build fail, or a warning of one.
///
/// @param message without the position; further lines say what to do
/// @param position where, null when it concerns no one place
/// @param length how much of the line is meant, in UTF-16 units; 0 when unknown
/// @param lineText the line at `position`, empty when unknown
/// @param notes what else there is to say, as in "the symbol was declared here"
public record BuildProblem(
        String message, @Nullable SourcePosition position, int length, String lineText, List<Note> notes) {
    public BuildProblem {
        notes = List.copyOf(notes);
    }

    /// A problem of no one place.
    static BuildProblem of(String message) {
        return new BuildProblem(message, null, 0, "", List.of());
    }

    /// A problem of a whole file.
    static BuildProblem ofFile(String file, String message) {
        return new BuildProblem(message, new SourcePosition(file, 1, 1), 0, "", List.of());
    }

    /// Something that explains a problem.
    public record Note(String message, @Nullable SourcePosition position) {}
}
