package dev.actionscope.inspector.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TraceSelectionTest {
    @Test
    void tells_listeners_of_changes_only_and_until_they_leave() {
        TraceSelection selection = new TraceSelection();
        List<OptionalLong> heard = new ArrayList<>();
        Subscription subscription = selection.onChange(heard::add);
        selection.select(3);
        selection.select(3);
        selection.clear();
        subscription.close();
        selection.select(4);
        assertEquals(List.of(OptionalLong.of(3), OptionalLong.empty()), heard);
    }
}
