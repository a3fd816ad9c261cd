package dev.actionscope.runtime.isolate.scripts;

import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.bundle.SourceMap;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.graalvm.polyglot.Source;

/// A module of a bundle as the engine knows it.
///
/// @param path as in the bundle: `dir/mod.js`
/// @param scriptPath its name inside the engine, `/HASH/dir/mod.js`: equal text has an equal name, so that one engine
///     parses it once; changed text gets another name, so that positions are never mapped with an old map
/// @param source to evaluate it as an entry point
public record LoadedModule(String path, String scriptPath, Source source, SourceMap map) {

    static LoadedModule of(BundledModule module) {
        String scriptPath = "/" + hash(module.source()) + "/" + module.path();
        try {
            Source source = Source.newBuilder("js", new File(scriptPath))
                    .content(module.source())
                    .mimeType("application/javascript+module")
                    .cached(true)
                    .build();
            return new LoadedModule(module.path(), scriptPath, source, module.sourceMap());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The module path in a script path; the path itself when it is none.
    public static String modulePath(String scriptPath) {
        String path = scriptPath.replace('\\', '/');
        int second = path.indexOf('/', 1);
        return path.startsWith("/") && second > 0 ? path.substring(second + 1) : path;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
