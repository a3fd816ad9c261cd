package dev.actionscope.inspector.timeline;

/// Draws bars into an array of pixels, each `0xAARRGGBB` with full alpha.
public final class BarRaster {
    private final int[] pixels;
    private final int width;
    private final int height;
    private final int scale;

    /// @param pixels row by row, `width` × `height` of them
    /// @param scale how many pixels make one unit of the screen: 1, or 2 on dense screens
    public BarRaster(int[] pixels, int width, int height, int scale) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.scale = Math.max(1, scale);
    }

    /// Fills everything.
    public void clear(int color) {
        java.util.Arrays.fill(pixels, 0, width * height, color);
    }

    /// Draws a span's bar between these edges; it is at least one unit wide and its corners are soft.
    ///
    /// @param fill the colour of its kind, or a quiet background for [BarLook#ERROR] and [BarLook#DANGLING]
    /// @param edge the colour of edge and hatching
    public void bar(double left, double right, int top, int bottom, BarLook look, int fill, int edge) {
        int from = (int) Math.max(-4L * scale, Math.round(left));
        int to = (int) Math.min(width + 4L * scale, Math.round(right));
        to = Math.max(from + scale, to - from > 4 * scale ? to - scale : to);
        switch (look) {
            case PLAIN -> fill(from, to, top, bottom, fill, 1);
            case CANCELED -> fill(from, to, top, bottom, fill, 0.4);
            case RUNNING -> fadeOut(from, to, top, bottom, fill);
            case ERROR -> {
                fill(from, to, top, bottom, fill, 1);
                hatch(from, to, top, bottom, edge);
                frame(from, to, top, bottom, edge, false);
            }
            case DANGLING -> {
                fill(from, to, top, bottom, fill, 1);
                frame(from, to, top, bottom, edge, true);
            }
        }
    }

    /// Draws one column of many small spans: the fuller their time, the stronger the colour.
    public void column(int pixel, int top, int bottom, int color, double density) {
        blend(pixel, pixel + 1, top, bottom, color, 0.25 + 0.75 * density);
    }

    /// Mixes a rectangle's pixels with a colour; 1 is all of it.
    public void blend(int left, int right, int top, int bottom, int color, double amount) {
        int from = Math.max(0, left);
        int to = Math.min(width, right);
        int weight = (int) Math.round(Math.clamp(amount, 0, 1) * 256);
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int at = y * width + from; at < y * width + to; at++) {
                pixels[at] = weight == 256 ? color : mixed(pixels[at], color, weight);
            }
        }
    }

    private void fill(int left, int right, int top, int bottom, int color, double amount) {
        int corner = right - left > 4 * scale ? 2 * scale : 0;
        for (int y = top; y < bottom; y++) {
            int inset = cornerInset(Math.min(y - top, bottom - 1 - y), corner);
            blend(left + inset, right - inset, y, y + 1, color, amount);
        }
    }

    private static int cornerInset(int fromEdge, int corner) {
        if (fromEdge >= corner) {
            return 0;
        }
        double distance = corner - fromEdge - 0.5;
        return (int) Math.round(corner - Math.sqrt(Math.max(0, (double) corner * corner - distance * distance)));
    }

    private void fadeOut(int left, int right, int top, int bottom, int color) {
        int fading = Math.min(right - left, 40 * scale);
        int solid = right - fading;
        fill(left, solid, top, bottom, color, 1);
        blend(Math.max(left, solid - 2 * scale), solid, top, bottom, color, solid - left > 4 * scale ? 1 : 0);
        for (int x = right - fading; x < right; x++) {
            blend(x, x + 1, top, bottom, color, 0.15 + 0.85 * (right - x) / fading);
        }
    }

    private void hatch(int left, int right, int top, int bottom, int color) {
        int period = 6 * scale;
        for (int y = top; y < bottom; y++) {
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                if (Math.floorMod(x + y, period) < 2 * scale) {
                    blend(x, x + 1, y, y + 1, color, 0.24);
                }
            }
        }
    }

    private void frame(int left, int right, int top, int bottom, int color, boolean dashed) {
        int period = 6 * scale;
        for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
            if (!dashed || Math.floorMod(x - left, period) < 4 * scale) {
                blend(x, x + 1, top, top + scale, color, 1);
                blend(x, x + 1, bottom - scale, bottom, color, 1);
            }
        }
        blend(left, left + (dashed ? 2 : 1) * scale, top, bottom, color, 1);
        if (!dashed) {
            blend(right - scale, right, top, bottom, color, 1);
        }
    }

    private static int mixed(int below, int above, int weight) {
        int rest = 256 - weight;
        int red = ((below >> 16 & 0xFF) * rest + (above >> 16 & 0xFF) * weight) >> 8;
        int green = ((below >> 8 & 0xFF) * rest + (above >> 8 & 0xFF) * weight) >> 8;
        int blue = ((below & 0xFF) * rest + (above & 0xFF) * weight) >> 8;
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }
}
