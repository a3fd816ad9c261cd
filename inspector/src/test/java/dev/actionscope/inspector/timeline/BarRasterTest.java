package dev.actionscope.inspector.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BarRasterTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 20;
    private static final int BELOW = 0xFF000000;
    private static final int FILL = 0xFF204060;
    private static final int EDGE = 0xFFF04040;

    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final BarRaster raster = new BarRaster(pixels, WIDTH, HEIGHT, 1);

    private int at(int x, int y) {
        return pixels[y * WIDTH + x];
    }

    private void draw(BarLook look) {
        raster.clear(BELOW);
        raster.bar(5, 50, 2, 18, look, FILL, EDGE);
    }

    private int count(int y, int color) {
        int count = 0;
        for (int x = 0; x < WIDTH; x++) {
            count += at(x, y) == color ? 1 : 0;
        }
        return count;
    }

    @Test
    void a_plain_bar_is_filled_but_for_its_corners_and_leaves_a_gap_to_the_next() {
        draw(BarLook.PLAIN);
        assertEquals(FILL, at(20, 10));
        assertEquals(BELOW, at(5, 2));
        assertEquals(44, count(10, FILL));
        assertEquals(BELOW, at(49, 10));
    }

    @Test
    void a_failed_bar_has_a_solid_edge_and_is_hatched() {
        draw(BarLook.ERROR);
        assertEquals(44, count(2, EDGE));
        int plain = count(10, FILL);
        assertTrue(plain > 20 && plain < 35);
    }

    @Test
    void a_dangling_bar_has_a_dashed_edge_that_is_open_to_the_right() {
        draw(BarLook.DANGLING);
        assertEquals(30, count(2, EDGE), 2);
        assertEquals(FILL, at(48, 10));
        assertEquals(EDGE, at(5, 10));
    }

    @Test
    void a_running_bar_fades_out() {
        raster.clear(BELOW);
        raster.bar(-40, 50, 2, 18, BarLook.RUNNING, FILL, EDGE);
        assertEquals(FILL, at(5, 2));
        assertNotEquals(FILL, at(40, 10));
        assertTrue((at(30, 10) & 0xFF) > (at(45, 10) & 0xFF));
    }

    @Test
    void a_column_is_the_stronger_the_fuller_its_time() {
        raster.clear(BELOW);
        raster.column(3, 0, HEIGHT, FILL, 1);
        raster.column(4, 0, HEIGHT, FILL, 0.2);
        assertEquals(FILL, at(3, 5));
        assertTrue((at(4, 5) & 0xFF) > 0 && (at(4, 5) & 0xFF) < 0x40);
    }

    @Test
    void what_lies_outside_the_picture_is_not_drawn() {
        raster.clear(BELOW);
        raster.bar(-1e12, 1e12, -5, 30, BarLook.ERROR, FILL, EDGE);
        assertEquals(FILL, at(1, 1) == FILL ? FILL : at(2, 1) == FILL ? FILL : at(3, 1));
        raster.bar(500, 900, 0, 10, BarLook.PLAIN, FILL, EDGE);
    }
}
