package com.sun.glass.ui.headless;

import com.sun.glass.events.WindowEvent;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import javafx.scene.paint.Color;

/// A window that keeps its own pixels, so that its size is free and overlapping windows are composed when looked at;
/// only one window has the focus, and closing it gives the focus back.
final class StudioWindow extends HeadlessWindow {
    private final StudioScreen studioScreen;
    private int[] pixels = {};
    private int pixelWidth;
    private int pixelHeight;
    private long raised;

    StudioWindow(StudioScreen studioScreen, HeadlessWindowManager manager, Window owner, Screen screen, int style) {
        super(manager, owner, screen, ByteBuffer.allocate(0), style);
        this.studioScreen = studioScreen;
    }

    boolean isOnScreen() {
        return !isClosed() && isVisible() && !isMinimized() && getView() != null;
    }

    boolean covers(double x, double y) {
        return x >= getX() && x < getX() + getWidth() && y >= getY() && y < getY() + getHeight();
    }

    long raised() {
        return raised;
    }

    void raise() {
        raised = studioScreen.nextRaise();
        for (Window other : Window.getWindowsClone()) {
            if (other.getOwner() == this && other instanceof StudioWindow owned) {
                owned.raise();
            }
        }
    }

    /// Takes the focus from whichever window had it.
    void focus() {
        if (isPopup() || isFocused() || !isEnabled()) {
            return;
        }
        studioScreen.focusedWindow().ifPresent(w -> w.notifyFocus(WindowEvent.FOCUS_LOST));
        notifyFocus(WindowEvent.FOCUS_GAINED);
    }

    @Override
    protected boolean _requestFocus(long ptr, int event) {
        if (event == WindowEvent.FOCUS_LOST) {
            notifyFocus(event);
        } else {
            raise();
            focus();
        }
        return isFocused();
    }

    @Override
    protected boolean _setVisible(long ptr, boolean visible) {
        if (visible) {
            raise();
        } else {
            giveFocusBack();
        }
        return super._setVisible(ptr, visible);
    }

    @Override
    protected boolean _close(long ptr) {
        giveFocusBack();
        return super._close(ptr);
    }

    private void giveFocusBack() {
        if (!isFocused()) {
            return;
        }
        notifyFocus(WindowEvent.FOCUS_LOST);
        studioScreen.windows().reversed().stream()
                .filter(w -> w != this && !w.isPopup() && w.isEnabled())
                .findFirst()
                .ifPresent(StudioWindow::focus);
    }

    @Override
    protected void _toFront(long ptr) {
        raise();
    }

    @Override
    void blit(Pixels source) {
        pixelWidth = source.getWidth();
        pixelHeight = source.getHeight();
        int[] copy = new int[pixelWidth * pixelHeight];
        ((IntBuffer) source.getBuffer()).duplicate().get(0, copy);
        pixels = copy;
    }

    /// The pixels are thrown away by the next frame; there is nothing to clear.
    @Override
    void clearRect(int x, int width, int y, int height) {}

    @Override
    public Color getColor(int x, int y) {
        int[] one = new int[1];
        getScreenCapture(x, y, 1, 1, one, false);
        int argb = one[0];
        return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }

    @Override
    public void getScreenCapture(int x, int y, int width, int height, int[] data, boolean scaleToFit) {
        studioScreen.capture(x, y, width, height, data);
    }

    void paintOnto(int[] data, int x, int y, int width, int height, float scale) {
        int left = Math.round(getX() * scale) - x;
        int top = Math.round(getY() * scale) - y;
        for (int row = Math.max(0, -top); row < pixelHeight && top + row < height; row++) {
            for (int column = Math.max(0, -left); column < pixelWidth && left + column < width; column++) {
                int at = (top + row) * width + left + column;
                data[at] = over(pixels[row * pixelWidth + column], data[at]);
            }
        }
    }

    /// Both colours have premultiplied alpha.
    private static int over(int source, int below) {
        int alpha = source >>> 24;
        if (alpha == 255) {
            return source;
        }
        int result = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            int channel = ((source >>> shift) & 0xff) + ((below >>> shift) & 0xff) * (255 - alpha) / 255;
            result |= Math.min(255, channel) << shift;
        }
        return result;
    }
}
