package dev.actionscope.runtime.analysis;

import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.trace.SourcePosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One function that a project exports.
///
/// @param path as in `messages:sendGif`, `dir/mod:default`
/// @param isPublic whether clients may call it
/// @param args the validator's JSON (`{"type":"any"}` when there is none)
/// @param returns the validator's JSON, null when there is none
/// @param position where its handler stands, null when unknown
public record FunctionInfo(
        String path,
        FunctionKind kind,
        boolean isPublic,
        Environment environment,
        JsonNode args,
        @Nullable JsonNode returns,
        @Nullable SourcePosition position) {

    /// The module's path without extension, as in `dir/mod`.
    public String module() {
        return path.substring(0, path.lastIndexOf(':'));
    }

    /// The export's name.
    public String export() {
        return path.substring(path.lastIndexOf(':') + 1);
    }
}
