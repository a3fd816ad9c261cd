package dev.actionscope.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.host.ProjectState.Stage;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws in a JVM of its own, because this one's JavaFX has another screen.
class WorkbenchPictureTest {
    @TempDir
    private Path folder;

    /// Entry of the second JVM.
    static final class Draw {
        private Draw() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            SampleProject project = SampleProject.in(folder);
            for (String theme : List.of("dark", "light")) {
                WorkbenchPicture.save(
                        project.at(Stage.READY, ""),
                        SampleRun.of(project),
                        theme,
                        Path.of(arguments[1], "still-" + theme + ".png"));
            }
            System.exit(0);
        }
    }

    @Test
    void a_picture_is_drawn_on_a_machine_without_a_display() throws IOException, InterruptedException {
        Path pictures = Path.of("target", "pictures").toAbsolutePath();
        File log = folder.resolve("log.txt").toFile();
        ProcessBuilder draw = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dactionscope.root=" + System.getProperty("actionscope.root"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Draw.class.getName(),
                folder.toString(),
                pictures.toString());
        draw.environment().remove("DISPLAY");
        draw.environment().remove("WAYLAND_DISPLAY");
        Process process = draw.redirectErrorStream(true).redirectOutput(log).start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still drawing after two minutes");
            assertEquals(0, process.exitValue(), Files.readString(log.toPath()));
        } finally {
            process.destroyForcibly();
        }
        for (String theme : List.of("dark", "light")) {
            BufferedImage image =
                    ImageIO.read(pictures.resolve("still-" + theme + ".png").toFile());
            assertEquals(1600, image.getWidth());
            assertEquals(1000, image.getHeight());
            assertTrue(colours(image) > 500, "the picture is nearly empty");
        }
    }

    private static long colours(BufferedImage image) {
        return image.getRaster().getNumBands() < 3
                ? 0
                : Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                        .distinct()
                        .count();
    }
}
