package dev.actionscope.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.host.InstallProgress;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.RunEnded;
import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.host.RuntimeCommands;
import dev.actionscope.runtime.host.RuntimeEvents;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HostSessionTest {
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final List<RuntimeEvents> events = new ArrayList<>();
    private final List<Consumer<String>> deaths = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean isUnstartable;
    private final HostSession session = new HostSession(this::start, fx::add, Runnable::run, new Listener());

    private RuntimeCommands start(RuntimeEvents listener, Consumer<String> died) throws IOException {
        if (isUnstartable) {
            throw new IOException("no Java found");
        }
        events.add(listener);
        deaths.add(died);
        return (RuntimeCommands) Proxy.newProxyInstance(
                RuntimeCommands.class.getClassLoader(),
                new Class<?>[] {RuntimeCommands.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.getReturnType() == CompletableFuture.class
                            ? CompletableFuture.failedFuture(new IllegalArgumentException("not this time"))
                            : null;
                });
    }

    private void drain() {
        while (!fx.isEmpty()) {
            fx.remove().run();
        }
    }

    private void startReady() {
        session.start();
        events.getLast().ready();
        drain();
    }

    @Test
    void it_is_ready_once_the_host_has_said_so() {
        session.start();
        drain();
        assertInstanceOf(HostState.Starting.class, session.stateProperty().get());
        events.getFirst().ready();
        drain();
        assertInstanceOf(HostState.Ready.class, session.stateProperty().get());
        assertEquals(List.of("ready"), heard);
    }

    @Test
    void it_is_ready_also_when_the_host_speaks_before_it_is_handed_over() {
        HostSession early = new HostSession(
                (listener, died) -> {
                    listener.ready();
                    return start(listener, died);
                },
                fx::add,
                Runnable::run,
                new Listener());
        early.start();
        drain();
        assertInstanceOf(HostState.Ready.class, early.stateProperty().get());
    }

    @Test
    void a_dead_host_is_replaced_and_its_late_words_are_dropped() {
        startReady();
        deaths.getFirst().accept("killed");
        drain();
        assertEquals(List.of("ready", "died: killed, replaced: true"), heard);
        assertEquals(2, events.size());
        events.getFirst().installProgress(new InstallProgress("late"));
        events.getLast().ready();
        drain();
        assertEquals(List.of("ready", "died: killed, replaced: true", "ready"), heard);
    }

    @Test
    void hosts_that_never_come_up_are_given_up() {
        isUnstartable = true;
        session.start();
        drain();
        assertEquals(
                List.of(
                        "died: no Java found, replaced: true",
                        "died: no Java found, replaced: true",
                        "died: no Java found, replaced: false"),
                heard);
        assertInstanceOf(HostState.Ended.class, session.stateProperty().get());
    }

    @Test
    void failures_come_back_as_one_line() {
        startReady();
        List<String> failures = new ArrayList<>();
        session.ask(commands -> commands.listRuns(), runs -> failures.add("answered"), failures::add);
        drain();
        assertEquals(List.of("not this time"), failures);
        session.close();
        session.ask(commands -> commands.listRuns(), runs -> failures.add("answered"), failures::add);
        assertEquals(2, failures.size());
        assertTrue(failures.getLast().startsWith("The runtime is not running."));
    }

    @Test
    void closing_ends_the_host_and_nothing_more_is_heard() {
        startReady();
        session.close();
        assertEquals(List.of("shutdown"), asked);
        deaths.getFirst().accept("end of input");
        events.getFirst().ready();
        drain();
        assertEquals(List.of("ready"), heard);
    }

    private final class Listener implements HostListener {
        @Override
        public void hostDied(String reason, boolean isReplaced) {
            heard.add("died: " + reason + ", replaced: " + isReplaced);
        }

        @Override
        public void ready() {
            heard.add("ready");
        }

        @Override
        public void projectChanged(ProjectState state) {
            heard.add("project");
        }

        @Override
        public void installProgress(InstallProgress progress) {
            heard.add(progress.line());
        }

        @Override
        public void runProgress(RunProgress progress) {
            heard.add("progress");
        }

        @Override
        public void runEnded(RunEnded ended) {
            heard.add("ended");
        }
    }
}
