package dev.actionscope.viewtesting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class SnapshotTest {
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    @TempDir
    Path folder;

    @Test
    void saves_windows_larger_than_a_thousand_pixels_at_any_scale(FxScene scene) throws IOException {
        scene.show(1600, 1000, () -> coloured("red"));
        BufferedImage once = ImageIO.read(
                Snapshot.save(scene.scene(), folder.resolve("once.png"), 1).toFile());
        BufferedImage twice = ImageIO.read(
                Snapshot.save(scene.scene(), folder.resolve("twice.png"), 2).toFile());
        assertEquals(1600, once.getWidth());
        assertEquals(RED, once.getRGB(1599, 999));
        assertEquals(2000, twice.getHeight());
        assertEquals(RED, twice.getRGB(3199, 1999));
    }

    @Test
    void what_is_visible_includes_pop_ups(FxScene scene) throws IOException {
        scene.show(1400, 800, () -> coloured("red"));
        FxThread.run(() -> {
            Popup popup = new Popup();
            popup.getContent().add(coloured("blue"));
            popup.show(scene.stage(), 1200, 100);
        });
        BufferedImage picture = ImageIO.read(
                Snapshot.saveVisible(scene.scene(), folder.resolve("popup.png")).toFile());
        assertEquals(BLUE, picture.getRGB(1210, 110));
        assertEquals(RED, picture.getRGB(1190, 110));
        assertEquals(RED, picture.getRGB(1210, 210));
    }

    @Test
    void the_screen_is_as_large_as_asked() {
        assertEquals(1920, Screen.getPrimary().getBounds().getWidth());
        assertEquals(1200, Screen.getPrimary().getBounds().getHeight());
    }

    private static Region coloured(String colour) {
        Pane pane = new Pane();
        pane.setPrefSize(100, 100);
        pane.setStyle("-fx-background-color: " + colour);
        return pane;
    }
}
