package dev.actionscope.app.workbench;

import dev.actionscope.app.settings.Settings;
import dev.actionscope.app.settings.SettingsStore;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.trace.RunResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Draws the workbench, as it is after a run, into a PNG file; needs no display.
public final class WorkbenchPicture {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    /// JavaFX's own headless screen cannot paint windows that are larger than this.
    private static final int STAGE = 900;
    /// So many quiet frames, after files have been read and tabs have been coloured, make a picture.
    private static final int FRAMES = 60;

    private WorkbenchPicture() {}

    /// Saves a picture of 1600 × 1000 pixels. Starts JavaFX, headless when it was not running yet; not for the FX
    /// thread.
    ///
    /// @param state the project as the runtime host would tell of it
    /// @param result what a run did, null to show the project before any run
    /// @param theme `dark` or `light`
    /// @throws IOException when the picture cannot be made or written; the message is for the user
    public static void save(ProjectState state, @Nullable RunResult result, String theme, Path png) throws IOException {
        startToolkit();
        Path config = Files.createTempDirectory("actionscope-picture");
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        try (Still still = new Still(config, background)) {
            CompletableFuture<WritableImage> image = new CompletableFuture<>();
            Platform.runLater(() -> still.draw(state, result, theme, image));
            write(image.get(60, TimeUnit.SECONDS), png);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The workbench could not be drawn: " + (e.getCause() == null ? e : e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the workbench was drawn", e);
        }
    }

    private static void startToolkit() {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
        }
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException e) {
            System.getLogger(WorkbenchPicture.class.getName())
                    .log(System.Logger.Level.DEBUG, "JavaFX was running already", e);
        }
    }

    private static void write(WritableImage image, Path png) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(png.toAbsolutePath().getParent());
        ImageIO.write(copy, "png", png.toFile());
    }

    /// A workbench that is only looked at.
    private static final class Still implements AutoCloseable {
        private final Path config;
        private final ExecutorService background;
        private @Nullable Stage stage;
        private @Nullable Workbench workbench;

        Still(Path config, ExecutorService background) {
            this.config = config;
            this.background = background;
        }

        void draw(
                ProjectState state, @Nullable RunResult result, String theme, CompletableFuture<WritableImage> image) {
            try {
                StillRuntime runtime = new StillRuntime(state, result);
                SettingsStore store = new SettingsStore(config, background, line -> {});
                Workbench made = Workbench.create(new WorkbenchServices(
                        runtime,
                        store,
                        Settings.DEFAULT.withTheme(theme),
                        List.of(),
                        config,
                        null,
                        Path.of(state.root()),
                        new SystemFileChoosers(),
                        background));
                workbench = made;
                Stage shown = show(made);
                stage = shown;
                after(FRAMES, image, () -> {
                    if (result != null) {
                        made.show(result, chosen(state, result));
                    }
                    after(FRAMES, image, () -> image.complete(picture(made.root(), shown.getScene())));
                });
            } catch (RuntimeException e) {
                image.completeExceptionally(e);
            }
        }

        private static Stage show(Workbench workbench) {
            Parent root = workbench.root();
            Pane frame = new Pane(root);
            Scene scene = new Scene(frame, STAGE, STAGE);
            workbench.install(scene);
            ((Region) root).setPrefSize(WIDTH, HEIGHT);
            root.resize(WIDTH, HEIGHT);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return stage;
        }

        private static @Nullable FunctionInfo chosen(ProjectState state, RunResult result) {
            return state.functions().stream()
                    .filter(function -> function.path().equals(result.function()))
                    .findFirst()
                    .orElse(null);
        }

        private static WritableImage picture(Parent root, Scene scene) {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(scene.getFill());
            return root.snapshot(parameters, new WritableImage(WIDTH, HEIGHT));
        }

        /// Runs the next step after some frames; what it throws ends the picture.
        private static void after(int frames, CompletableFuture<WritableImage> image, Runnable next) {
            new AnimationTimer() {
                private int seen;

                @Override
                public void handle(long now) {
                    if (++seen < frames) {
                        return;
                    }
                    stop();
                    try {
                        next.run();
                    } catch (RuntimeException e) {
                        image.completeExceptionally(e);
                    }
                }
            }.start();
        }

        @Override
        public void close() {
            Platform.runLater(() -> {
                if (workbench != null) {
                    workbench.close();
                }
                if (stage != null) {
                    stage.hide();
                }
                background.shutdown();
            });
        }
    }
}
