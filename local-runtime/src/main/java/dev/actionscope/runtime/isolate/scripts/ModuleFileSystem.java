package dev.actionscope.runtime.isolate.scripts;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/// What an isolate sees of the disk: the modules of its bundle, to read, and nothing else.
public final class ModuleFileSystem implements FileSystem {
    private volatile @Nullable LoadedBundle bundle;
    private volatile @Nullable String refusal;

    /// Shows the modules of that bundle from now on.
    public void show(LoadedBundle shown) {
        bundle = shown;
    }

    /// Refuses every module that has not been loaded yet: `import()` in a query.
    ///
    /// @param reason the message of the error
    public void refuse(String reason) {
        refusal = reason;
    }

    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri.getPath());
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        String reason = refusal;
        if (reason != null) {
            throw new SecurityException(reason);
        }
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw new SecurityException("modules cannot be written");
        }
        moduleAt(path);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path.isAbsolute() ? path : Path.of("/-").resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return Path.of(moduleAt(path).scriptPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        String text = moduleAt(path).source().getCharacters().toString();
        return new TextChannel(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        int length = moduleAt(path).source().getCharacters().length();
        return Map.of("isRegularFile", true, "isDirectory", false, "isSymbolicLink", false, "size", (long) length);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) {
        throw new SecurityException("modules cannot be written");
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("modules cannot be written");
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
        throw new SecurityException("modules cannot be listed");
    }

    private LoadedModule moduleAt(Path path) throws NoSuchFileException {
        String script = toAbsolutePath(path).normalize().toString();
        LoadedBundle shown = bundle;
        String name = LoadedModule.modulePath(script);
        LoadedModule module = shown == null ? null : shown.module(name);
        if (module == null) {
            throw new NoSuchFileException(name);
        }
        return module;
    }
}
