package dev.actionscope.viewtesting;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Window;

/// Uses a view as a person does: with a mouse and a keyboard.
///
/// A *query* is `#id`, `.style-class` or the exact text shown. Every action waits until its target is there (20 s at
/// most), scrolls it into view, acts, and returns after JavaFX has painted the outcome. Call from the test thread.
public final class FxDriver {
    private static final int DRAG_STEPS = 8;

    /// The first visible node that a query finds; waits for it.
    public Node find(String query) {
        return find(query, Node.class);
    }

    /// The first visible node of a type that a query finds; waits for it.
    public <T extends Node> T find(String query, Class<T> type) {
        FxThread.waitUntil(
                type.getSimpleName() + " " + query, () -> first(query, type).isPresent());
        return FxThread.call(() -> first(query, type).orElseThrow());
    }

    /// All visible nodes that a query finds now.
    public List<Node> all(String query) {
        return FxThread.call(() -> new NodeQuery(query).all());
    }

    /// Whether a query finds a visible node now.
    public boolean shows(String query) {
        return !all(query).isEmpty();
    }

    private static <T extends Node> Optional<T> first(String query, Class<T> type) {
        return new NodeQuery(query)
                .all().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /// Clicks the middle of what a query finds, with keys held down.
    public void click(String query, KeyCode... held) {
        click(find(query), held);
    }

    /// Clicks the middle of a node, with keys held down.
    public void click(Node node, KeyCode... held) {
        clickAt(centre(node), MouseButton.PRIMARY, 1, held);
    }

    /// Clicks a point given in a node's own coordinates.
    public void click(Node node, double x, double y, KeyCode... held) {
        clickAt(FxThread.call(() -> node.localToScreen(x, y)), MouseButton.PRIMARY, 1, held);
    }

    /// Double-clicks the middle of what a query finds.
    public void doubleClick(String query) {
        doubleClick(find(query));
    }

    /// Double-clicks the middle of a node.
    public void doubleClick(Node node) {
        clickAt(centre(node), MouseButton.PRIMARY, 2);
    }

    /// Presses and releases the right mouse button on what a query finds: opens its context menu.
    public void rightClick(String query) {
        rightClick(find(query));
    }

    /// Presses and releases the right mouse button on a node: opens its context menu.
    public void rightClick(Node node) {
        clickAt(centre(node), MouseButton.SECONDARY, 1);
    }

    /// Presses and releases the middle mouse button on a node.
    public void middleClick(Node node) {
        clickAt(centre(node), MouseButton.MIDDLE, 1);
    }

    /// Moves the mouse to the middle of a node, in two moves so that it is noticed.
    public void hover(Node node) {
        Point2D at = centre(node);
        act(robot -> {
            robot.mouseMove(at.subtract(1, 0));
            robot.mouseMove(at);
        });
    }

    /// Moves the mouse to a point given in a node's own coordinates.
    public void hover(Node node, double x, double y) {
        Point2D at = FxThread.call(() -> node.localToScreen(x, y));
        act(robot -> {
            robot.mouseMove(at.subtract(1, 0));
            robot.mouseMove(at);
        });
    }

    /// Drags from the middle of one node to the middle of another.
    public void drag(Node from, Node to) {
        drag(centre(from), centre(to));
    }

    /// Drags from a point in a node's own coordinates by a distance in pixels.
    public void drag(Node node, double x, double y, double byX, double byY) {
        Point2D from = FxThread.call(() -> node.localToScreen(x, y));
        drag(from, from.add(byX, byY));
    }

    private void drag(Point2D from, Point2D to) {
        act(robot -> {
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
        });
        for (int step = 1; step <= DRAG_STEPS; step++) {
            Point2D at = from.interpolate(to, (double) step / DRAG_STEPS);
            act(robot -> robot.mouseMove(at));
        }
        act(robot -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /// Turns the wheel over a node: positive notches towards the user, which scrolls down.
    public void wheel(Node node, int notches, KeyCode... held) {
        Point2D at = centre(node);
        act(robot -> holding(robot, held, () -> {
            robot.mouseMove(at);
            robot.mouseWheel(notches);
        }));
    }

    /// Types text as a person at a US keyboard; characters it lacks arrive as an input method would send them.
    public void type(String text) {
        text.chars()
                .forEach(character -> FxThread.run(() -> UsKeyboard.strokeFor((char) character)
                        .ifPresentOrElse(stroke -> stroke(new Robot(), stroke), () -> insert((char) character))));
        FxThread.frames(2);
    }

    private static void stroke(Robot robot, UsKeyboard.Stroke stroke) {
        KeyCode[] held = stroke.shift() ? new KeyCode[] {KeyCode.SHIFT} : new KeyCode[0];
        holding(robot, held, () -> robot.keyType(stroke.key()));
    }

    private static void insert(char character) {
        for (Window window : Window.getWindows()) {
            Node owner = window.isFocused() ? window.getScene().getFocusOwner() : null;
            if (owner != null) {
                String text = String.valueOf(character);
                owner.fireEvent(
                        new KeyEvent(KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false));
            }
        }
    }

    /// Presses keys together, such as `press(CONTROL, SHIFT, P)`: down in order, up in reverse.
    public void press(KeyCode... keys) {
        act(robot -> holding(robot, keys, () -> {}));
    }

    /// The text on the clipboard.
    public String clipboard() {
        return FxThread.call(() -> Clipboard.getSystemClipboard().getString());
    }

    /// Scrolls every scroll pane around a node so that the node can be seen.
    public void scrollIntoView(Node node) {
        FxThread.run(() -> {
            for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
                if (parent instanceof ScrollPane pane && pane.getContent() != null) {
                    scroll(pane, pane.getContent(), node);
                }
            }
        });
    }

    private static void scroll(ScrollPane pane, Node content, Node node) {
        Bounds target = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        Bounds whole = content.getBoundsInLocal();
        Bounds window = content.sceneToLocal(pane.localToScene(pane.getBoundsInLocal()));
        if (window.contains(target)) {
            return;
        }
        double spareX = whole.getWidth() - pane.getViewportBounds().getWidth();
        double spareY = whole.getHeight() - pane.getViewportBounds().getHeight();
        if (spareY > 0) {
            double top = target.getCenterY() - pane.getViewportBounds().getHeight() / 2;
            pane.setVvalue(pane.getVmin() + Math.clamp(top / spareY, 0, 1) * (pane.getVmax() - pane.getVmin()));
        }
        if (spareX > 0) {
            double left = target.getCenterX() - pane.getViewportBounds().getWidth() / 2;
            pane.setHvalue(pane.getHmin() + Math.clamp(left / spareX, 0, 1) * (pane.getHmax() - pane.getHmin()));
        }
    }

    private Point2D centre(Node node) {
        scrollIntoView(node);
        FxThread.frames(1);
        return FxThread.call(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            if (bounds == null) {
                throw new AssertionError("not on the screen: " + node);
            }
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /// Goes through the far corner of the screen first: two clicks in a row then stay two clicks.
    private void clickAt(Point2D at, MouseButton button, int times, KeyCode... held) {
        act(robot -> holding(robot, held, () -> {
            robot.mouseMove(
                    Screen.getPrimary().getBounds().getMaxX() - 1,
                    Screen.getPrimary().getBounds().getMaxY() - 1);
            robot.mouseMove(at);
            for (int i = 0; i < times; i++) {
                robot.mousePress(button);
                robot.mouseRelease(button);
            }
        }));
    }

    private static void holding(Robot robot, KeyCode[] keys, Runnable action) {
        for (KeyCode key : keys) {
            robot.keyPress(key);
        }
        action.run();
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
        }
    }

    private static void act(Consumer<Robot> action) {
        FxThread.run(() -> action.accept(new Robot()));
        FxThread.frames(2);
    }
}
