package dev.actionscope.runtime.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to start a runtime host.
///
/// @param java the `java` executable
/// @param classPath the class path that holds this module
/// @param folders where it keeps trust, data and recordings
/// @param compilerFolder the jars of the optimising compiler; null where they are not installed
/// @param aotCache a cache made for this class path, or null
/// @param maxHeapMegabytes of its JVM
public record HostLaunch(
        Path java,
        String classPath,
        HostFolders folders,
        @Nullable Path compilerFolder,
        @Nullable Path aotCache,
        int maxHeapMegabytes) {

    /// Of this very JVM: same `java`, same class path.
    public static HostLaunch ofThisJvm(HostFolders folders) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new HostLaunch(
                java,
                System.getProperty("java.class.path"),
                folders,
                existing(System.getProperty("actionscope.compiler")),
                existing(System.getProperty("actionscope.host.aot")),
                1024);
    }

    private static @Nullable Path existing(@Nullable String path) {
        return path != null && Files.exists(Path.of(path)) ? Path.of(path) : null;
    }

    /// The command line of a host with that engine.
    ///
    /// @param engine `interpreter` or `optimising`
    List<String> command(String engine) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-Xmx" + maxHeapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-UsePerfData");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Dpolyglot.engine.WarnInterpreterOnly=false");
        if (engine.equals("optimising") && compilerFolder != null) {
            command.add("-XX:+UnlockExperimentalVMOptions");
            command.add("-XX:+EnableJVMCI");
            command.add("--upgrade-module-path=" + compilerFolder);
        } else if (aotCache != null) {
            command.add("-XX:AOTCache=" + aotCache);
            command.add("-Xlog:aot=off");
        }
        command.add("-cp");
        command.add(classPath);
        command.add(HostMain.class.getName());
        command.add(folders.config().toString());
        command.add(folders.data().toString());
        command.add(engine);
        return command;
    }
}
