package dev.actionscope.viewtesting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class FxDriverTest {
    private static final String PUNCTUATION = " !\"#$%&'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~";

    @Test
    void types_every_printable_character_and_those_the_keyboard_lacks(FxScene scene, FxDriver fx) {
        TextField field = FxThread.call(TextField::new);
        scene.show(300, 100, () -> new VBox(field));
        fx.click(field);
        fx.type(PUNCTUATION + "é–");
        assertEquals(PUNCTUATION + "é–", FxThread.call(field::getText));
        assertEquals(
                new UsKeyboard.Stroke(KeyCode.QUOTE, true),
                UsKeyboard.strokeFor('"').orElseThrow());
        assertEquals("", UsKeyboard.textOf(KeyCode.RIGHT, false));
    }

    @Test
    void holds_modifiers_for_shortcuts_and_for_clicks(FxScene scene, FxDriver fx) {
        TextField field = FxThread.call(() -> new TextField("copied"));
        List<MouseEvent> clicks = new ArrayList<>();
        scene.show(300, 100, () -> {
            Pane pane = new Pane();
            pane.setPrefHeight(50);
            pane.setId("pane");
            pane.setOnMouseClicked(clicks::add);
            return new VBox(field, pane);
        });
        fx.click(field);
        fx.press(KeyCode.CONTROL, KeyCode.A);
        fx.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals("copied", fx.clipboard());
        fx.click("#pane", KeyCode.CONTROL, KeyCode.SHIFT);
        assertTrue(clicks.getFirst().isControlDown() && clicks.getFirst().isShiftDown());
        fx.click("#pane");
        assertFalse(clicks.getLast().isControlDown());
    }

    @Test
    void two_clicks_are_not_a_double_click(FxScene scene, FxDriver fx) {
        List<Integer> counts = new ArrayList<>();
        scene.show(300, 100, () -> {
            Button button = new Button("Press");
            button.setOnMouseClicked(event -> counts.add(event.getClickCount()));
            return new VBox(button);
        });
        fx.click("Press");
        fx.click("Press");
        fx.doubleClick("Press");
        assertEquals(List.of(1, 1, 1, 2), counts);
    }

    @Test
    void drags_a_divider_to_where_the_mouse_goes(FxScene scene, FxDriver fx) {
        SplitPane split = FxThread.call(() -> new SplitPane(new Pane(), new Pane()));
        scene.show(600, 200, () -> split);
        fx.drag(fx.find(".split-pane-divider"), 2, 100, -100, 0);
        assertEquals(200.0 / 600, FxThread.call(() -> split.getDividerPositions()[0]), 0.01);
    }

    @Test
    void the_wheel_scrolls_down_and_carries_modifiers(FxScene scene, FxDriver fx) {
        List<ScrollEvent> turns = new ArrayList<>();
        scene.show(300, 100, () -> {
            Pane pane = new Pane();
            pane.setId("pane");
            pane.setOnScroll(turns::add);
            return pane;
        });
        fx.wheel(fx.find("#pane"), 2, KeyCode.CONTROL);
        assertEquals(-80, turns.getFirst().getDeltaY());
        assertTrue(turns.getFirst().isControlDown());
    }

    @Test
    void a_right_click_opens_a_menu_that_can_be_chosen_from(FxScene scene, FxDriver fx) {
        List<String> chosen = new ArrayList<>();
        scene.show(300, 300, () -> {
            Label label = new Label("Here");
            MenuItem item = new MenuItem("Copy path");
            item.setOnAction(event -> chosen.add("copy"));
            label.setContextMenu(new ContextMenu(item));
            return new VBox(label);
        });
        fx.rightClick("Here");
        fx.click("Copy path");
        assertEquals(List.of("copy"), chosen);
        assertFalse(fx.shows("Copy path"));
    }

    @Test
    void scrolls_to_what_it_clicks(FxScene scene, FxDriver fx) {
        List<String> pressed = new ArrayList<>();
        scene.show(200, 150, () -> {
            VBox many = new VBox();
            for (int i = 0; i < 60; i++) {
                String name = "Button " + i;
                Button button = new Button(name);
                button.setOnAction(event -> pressed.add(name));
                many.getChildren().add(button);
            }
            return new ScrollPane(many);
        });
        fx.click("Button 57");
        assertEquals(List.of("Button 57"), pressed);
    }

    @Test
    void a_second_window_takes_the_focus_and_gives_it_back(FxScene scene, FxDriver fx) {
        TextField first = FxThread.call(TextField::new);
        scene.show(400, 300, () -> new VBox(first));
        TextField second = FxThread.call(TextField::new);
        Stage dialog = FxThread.call(() -> {
            Stage stage = new Stage();
            stage.initOwner(scene.stage());
            stage.setScene(new javafx.scene.Scene(new VBox(second), 200, 100));
            stage.show();
            return stage;
        });
        fx.click(second);
        fx.type("dialog");
        FxThread.run(dialog::close);
        FxThread.waitUntil("the focus to come back", scene.stage()::isFocused);
        fx.type("main");
        assertEquals("dialog", FxThread.call(second::getText));
        assertEquals("main", FxThread.call(first::getText));
    }

    @Test
    void failures_on_the_fx_thread_reach_the_test() {
        assertThrows(
                IllegalStateException.class,
                () -> FxThread.run(() -> {
                    throw new IllegalStateException("from FX");
                }));
        AssertionError late = assertThrows(
                AssertionError.class, () -> FxThread.waitUntil("never", Duration.ofMillis(50), () -> false));
        assertTrue(late.toString().endsWith("for: never"), late.toString());
    }

    @Test
    void a_query_does_not_find_what_is_hidden(FxScene scene, FxDriver fx) {
        Node hidden = FxThread.call(() -> new Label("secret"));
        FxThread.run(() -> hidden.setVisible(false));
        scene.show(200, 100, () -> new VBox(new Label("open"), hidden));
        assertTrue(fx.shows("open"));
        assertFalse(fx.shows("secret"));
    }
}
