package dev.actionscope.viewtesting;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Saves pictures of views as PNG files.
public final class Snapshot {
    private Snapshot() {}

    /// Where the picture of that name belongs: `target/pictures/<name>.png` of the module under test.
    public static Path picture(String name) {
        return Path.of("target", "pictures", name + ".png");
    }

    /// Saves a whole scene without its pop-up windows; `scale` 2 gives twice the pixels each way.
    public static Path save(Scene scene, Path file, double scale) {
        FxThread.frames(2);
        return write(FxThread.call(() -> snapshot(scene.getRoot(), scale, scene)), file);
    }

    /// Saves one node.
    public static Path save(Node node, Path file, double scale) {
        FxThread.frames(2);
        return write(FxThread.call(() -> snapshot(node, scale, node.getScene())), file);
    }

    /// Saves what a person sees of a scene: its window's content with every pop-up and dialog above it.
    public static Path saveVisible(Scene scene, Path file) {
        FxThread.frames(2);
        return write(
                FxThread.call(() -> {
                    double x = scene.getWindow().getX() + scene.getX();
                    double y = scene.getWindow().getY() + scene.getY();
                    Rectangle2D area = new Rectangle2D(x, y, scene.getWidth(), scene.getHeight());
                    return new Robot().getScreenCapture(null, area);
                }),
                file);
    }

    /// The pixels of a node as an image, for tests that look at colours.
    public static WritableImage image(Node node) {
        FxThread.frames(2);
        return FxThread.call(() -> snapshot(node, 1, node.getScene()));
    }

    private static WritableImage snapshot(Node node, double scale, Scene scene) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(scene.getFill());
        return node.snapshot(parameters, null);
    }

    private static Path write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot save the picture " + file, failure);
        }
        return file;
    }
}
