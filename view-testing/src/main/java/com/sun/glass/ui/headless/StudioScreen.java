package com.sun.glass.ui.headless;

import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The one screen: its size from `studio.screen.width`, `studio.screen.height` and `studio.screen.scale`, and what
/// can be seen on it, composed from the pixels of its windows.
final class StudioScreen {
    private final int width = Integer.getInteger("studio.screen.width", 1920);
    private final int height = Integer.getInteger("studio.screen.height", 1200);
    private final float scale = Float.parseFloat(System.getProperty("studio.screen.scale", "1"));
    private long raises;

    Screen glassScreen() {
        return new Screen(
                1, 32, 0, 0, width, height, 0, 0, width, height, 0, 0, width, height, 96, 96, 1f, 1f, scale, scale);
    }

    long nextRaise() {
        return ++raises;
    }

    /// The windows on the screen, the lowest first.
    List<StudioWindow> windows() {
        return Window.getWindows().stream()
                .map(StudioWindow.class::cast)
                .filter(StudioWindow::isOnScreen)
                .sorted(Comparator.comparing(StudioWindow::isPopup).thenComparingLong(StudioWindow::raised))
                .toList();
    }

    Optional<StudioWindow> windowAt(double x, double y) {
        return windows().reversed().stream().filter(w -> w.covers(x, y)).findFirst();
    }

    Optional<StudioWindow> focusedWindow() {
        return windows().stream().filter(StudioWindow::isFocused).findFirst();
    }

    /// Copies a rectangle of the screen, in physical pixels, into `data` as ARGB.
    void capture(int x, int y, int captureWidth, int captureHeight, int[] data) {
        java.util.Arrays.fill(data, 0);
        for (StudioWindow window : windows()) {
            window.paintOnto(data, x, y, captureWidth, captureHeight, scale);
        }
    }
}
