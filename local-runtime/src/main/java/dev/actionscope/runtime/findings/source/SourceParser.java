package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jParseOptions;
import java.util.Optional;

/// Parses TypeScript and JavaScript. Its first use loads a native library, which takes some 300 ms.
final class SourceParser {
    private final Swc4j swc = new Swc4j();

    /// The file, or nothing when its syntax is wrong: the build tells about that, with its line.
    Optional<SourceFile> parse(String path, String text) {
        String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Swc4jParseOptions options = new Swc4jParseOptions()
                .setMediaType(mediaType(path))
                .setParseMode(Swc4jParseMode.Module)
                .setCaptureAst(true);
        try {
            return Optional.of(
                    new SourceFile(path, source, swc.parse(source, options).getProgram()));
        } catch (Swc4jCoreException syntaxError) {
            System.getLogger(SourceParser.class.getName())
                    .log(System.Logger.Level.DEBUG, "not checked, its syntax is wrong: " + path, syntaxError);
            return Optional.empty();
        }
    }

    private static Swc4jMediaType mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "ts" -> Swc4jMediaType.TypeScript;
            case "mts" -> Swc4jMediaType.Mts;
            case "cts" -> Swc4jMediaType.Cts;
            case "tsx" -> Swc4jMediaType.Tsx;
            default -> Swc4jMediaType.Jsx;
        };
    }
}
