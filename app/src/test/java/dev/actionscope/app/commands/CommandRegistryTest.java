package dev.actionscope.app.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandRegistryTest {
    private static Command command(String id, String title, String... keys) {
        return Command.always(id, Command.Group.RUN, title, () -> {}, keys);
    }

    @Test
    void a_key_belongs_to_one_command_only() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new CommandRegistry(List.of(command("a", "A", "Ctrl+S"), command("b", "B", "F5", "Ctrl+S"))));
        assertEquals("Ctrl+S is the key of both a and b", refused.getMessage());
    }

    @Test
    void an_id_is_given_once() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CommandRegistry(List.of(command("a", "A"), command("a", "B"))));
    }

    @Test
    void a_disabled_command_is_neither_run_nor_found() {
        SimpleBooleanProperty enabled = new SimpleBooleanProperty(false);
        AtomicInteger runs = new AtomicInteger();
        CommandRegistry registry = new CommandRegistry(
                List.of(Command.when("run", Command.Group.RUN, "Run function", enabled, runs::incrementAndGet, "F5")));
        assertFalse(registry.run("run"));
        assertTrue(registry.find("run").isEmpty());
        enabled.set(true);
        assertTrue(registry.run("run"));
        assertEquals(1, runs.get());
        assertEquals(1, registry.find("rf").size());
    }

    @Test
    void keys_read_and_print_alike() {
        for (String key :
                List.of("Ctrl+Shift+P", "F5", "Shift+F5", "Ctrl+Enter", "Ctrl+,", "Ctrl+1", "Esc", "Alt+Left")) {
            String name = key.replace(",", "Comma");
            assertEquals(key, Keys.text(Keys.of(name)));
        }
    }

    @Test
    void a_hint_names_the_first_key() {
        assertEquals(
                "Run function (F5)",
                command("a", "Run function", "F5", "Ctrl+Enter").hint());
        assertEquals("Go", command("a", "Go").hint());
    }

    @Test
    void starts_of_words_and_runs_of_letters_fit_better() {
        assertEquals(0, FuzzyMatch.score("xyz", "orders.ts"));
        assertTrue(FuzzyMatch.score("ord", "convex/orders.ts") > FuzzyMatch.score("ord", "convex/records.ts"));
        assertTrue(FuzzyMatch.score("po", "orders:placeOrder") > 0);
        assertTrue(FuzzyMatch.score("plor", "orders:placeOrder") > FuzzyMatch.score("plor", "simpleColor"));
    }
}
