package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.GlassRobot;
import dev.actionscope.viewtesting.UsKeyboard;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;

/// A keyboard and a mouse: keys go to the focused window with the modifiers held, a press focuses and captures the
/// window below the pointer until every button is up, and the wheel goes to the window below the pointer.
final class StudioRobot extends GlassRobot {
    /// Pixels that one notch of the wheel scrolls, as on a Linux desktop.
    private static final double NOTCH = 40;

    private final StudioScreen screen;
    private final Set<KeyCode> keys = EnumSet.noneOf(KeyCode.class);
    private final Set<MouseButton> buttons = EnumSet.noneOf(MouseButton.class);
    private Optional<StudioWindow> hovered = Optional.empty();
    private Optional<StudioWindow> captured = Optional.empty();
    private double mouseX;
    private double mouseY;

    StudioRobot(StudioScreen screen) {
        this.screen = screen;
    }

    @Override
    public void create() {}

    @Override
    public void destroy() {}

    @Override
    public void keyPress(KeyCode key) {
        keys.add(key);
        String typed = UsKeyboard.textOf(key, keys.contains(KeyCode.SHIFT));
        char[] characters = (keys.contains(KeyCode.CONTROL) ? control(typed) : typed).toCharArray();
        screen.focusedWindow().ifPresent(window -> {
            HeadlessView view = (HeadlessView) window.getView();
            view.notifyKey(KeyEvent.PRESS, key.getCode(), characters, modifiers());
            if (characters.length > 0 && window.isOnScreen()) {
                view.notifyKey(KeyEvent.TYPED, KeyEvent.VK_UNDEFINED, characters, modifiers());
            }
        });
    }

    /// A letter typed with Control arrives as its control character.
    private static String control(String typed) {
        if (typed.length() == 1 && Character.isLetter(typed.charAt(0))) {
            return String.valueOf((char) (Character.toLowerCase(typed.charAt(0)) - 'a' + 1));
        }
        return typed;
    }

    @Override
    public void keyRelease(KeyCode key) {
        keys.remove(key);
        screen.focusedWindow()
                .ifPresent(window -> ((HeadlessView) window.getView())
                        .notifyKey(KeyEvent.RELEASE, key.getCode(), new char[0], modifiers()));
    }

    @Override
    public double getMouseX() {
        return mouseX;
    }

    @Override
    public double getMouseY() {
        return mouseY;
    }

    @Override
    public void mouseMove(double x, double y) {
        mouseX = x;
        mouseY = y;
        hover();
        if (buttons.isEmpty()) {
            target().ifPresent(w -> send(w, MouseEvent.MOVE, MouseEvent.BUTTON_NONE));
        } else {
            target().ifPresent(w ->
                    send(w, MouseEvent.DRAG, code(buttons.iterator().next())));
        }
    }

    private void hover() {
        Optional<StudioWindow> now = target();
        if (now.equals(hovered)) {
            return;
        }
        hovered.filter(StudioWindow::isOnScreen).ifPresent(w -> send(w, MouseEvent.EXIT, MouseEvent.BUTTON_NONE));
        now.ifPresent(w -> send(w, MouseEvent.ENTER, MouseEvent.BUTTON_NONE));
        hovered = now;
    }

    private Optional<StudioWindow> target() {
        return captured.filter(StudioWindow::isOnScreen).or(() -> screen.windowAt(mouseX, mouseY));
    }

    @Override
    public void mousePress(MouseButton... pressed) {
        hover();
        captured = target().filter(StudioWindow::isEnabled);
        captured.ifPresent(window -> {
            if (!window.isPopup()) {
                window.raise();
                window.focus();
            }
        });
        for (MouseButton button : pressed) {
            buttons.add(button);
            captured.filter(StudioWindow::isOnScreen).ifPresent(window -> press(window, button));
        }
    }

    private void press(StudioWindow window, MouseButton button) {
        send(window, MouseEvent.DOWN, code(button));
        if (button == MouseButton.SECONDARY && window.isOnScreen()) {
            ((HeadlessView) window.getView())
                    .notifyMenu(
                            (int) mouseX - window.getX(),
                            (int) mouseY - window.getY(),
                            (int) mouseX,
                            (int) mouseY,
                            false);
        }
    }

    @Override
    public void mouseRelease(MouseButton... released) {
        for (MouseButton button : released) {
            buttons.remove(button);
            target().ifPresent(w -> send(w, MouseEvent.UP, code(button)));
        }
        if (buttons.isEmpty()) {
            captured = Optional.empty();
            hover();
        }
    }

    /// JavaFX's robot counts notches towards the user as positive; views scroll up by positive amounts.
    @Override
    public void mouseWheel(int notches) {
        target().filter(StudioWindow::isEnabled)
                .ifPresent(window -> ((HeadlessView) window.getView())
                        .notifyScroll(
                                (int) mouseX - window.getX(),
                                (int) mouseY - window.getY(),
                                (int) mouseX,
                                (int) mouseY,
                                0,
                                -notches,
                                modifiers(),
                                0,
                                0,
                                0,
                                0,
                                NOTCH,
                                NOTCH));
    }

    @Override
    public Color getPixelColor(double x, double y) {
        return screen.windowAt(x, y).map(w -> w.getColor((int) x, (int) y)).orElse(Color.BLACK);
    }

    @Override
    public void getScreenCapture(int x, int y, int width, int height, int[] data, boolean scaleToFit) {
        screen.capture(x, y, width, height, data);
    }

    private void send(StudioWindow window, int type, int button) {
        if (!window.isEnabled()) {
            return;
        }
        boolean menu = type == MouseEvent.DOWN && button == MouseEvent.BUTTON_RIGHT;
        int x = (int) mouseX;
        int y = (int) mouseY;
        ((HeadlessView) window.getView())
                .notifyMouse(type, button, x - window.getX(), y - window.getY(), x, y, modifiers(), menu, false);
    }

    private int modifiers() {
        int result = 0;
        for (KeyCode key : keys) {
            result |= switch (key) {
                case CONTROL -> KeyEvent.MODIFIER_CONTROL;
                case SHIFT -> KeyEvent.MODIFIER_SHIFT;
                case ALT -> KeyEvent.MODIFIER_ALT;
                case COMMAND, META, WINDOWS -> KeyEvent.MODIFIER_COMMAND;
                default -> 0;
            };
        }
        for (MouseButton button : buttons) {
            result |= switch (button) {
                case PRIMARY -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
                case SECONDARY -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
                case MIDDLE -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
                case BACK -> KeyEvent.MODIFIER_BUTTON_BACK;
                case FORWARD -> KeyEvent.MODIFIER_BUTTON_FORWARD;
                case NONE -> 0;
            };
        }
        return result;
    }

    private static int code(MouseButton button) {
        return switch (button) {
            case NONE -> MouseEvent.BUTTON_NONE;
            case PRIMARY -> MouseEvent.BUTTON_LEFT;
            case SECONDARY -> MouseEvent.BUTTON_RIGHT;
            case MIDDLE -> MouseEvent.BUTTON_OTHER;
            case BACK -> MouseEvent.BUTTON_BACK;
            case FORWARD -> MouseEvent.BUTTON_FORWARD;
        };
    }
}
