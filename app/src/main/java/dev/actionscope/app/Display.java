package dev.actionscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a window can be opened here.
sealed interface Display {
    /// It can.
    record Present() implements Display {}

    /// It cannot.
    ///
    /// @param reason one line: why, and how to get a window
    record Missing(String reason) implements Display {}

    /// Looks at the environment; opens nothing.
    static Display find() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (!system.contains("linux")) {
            return new Present();
        }
        if (isBlank(System.getenv("DISPLAY")) && isBlank(System.getenv("WAYLAND_DISPLAY"))) {
            return new Missing("There is no display (DISPLAY is not set), so no window: start this on a desktop,"
                    + " or over `ssh -X`, or under `xvfb-run`.");
        }
        if (isBlank(System.getenv("DISPLAY"))) {
            return new Missing("There is only a Wayland display, and a window needs X: install xwayland.");
        }
        if (!hasGtk()) {
            return new Missing("There is a display but no GTK 3, so no window: apt-get install libgtk-3-0 libxtst6.");
        }
        return new Present();
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static boolean hasGtk() {
        return List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib64")
                .stream()
                .anyMatch(folder -> Files.exists(Path.of(folder, "libgtk-3.so.0")));
    }
}
