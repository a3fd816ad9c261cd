package dev.actionscope.app.host;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Brings work from other threads to the FX thread: in order, once per pulse, and never more in one pulse than a
/// frame has room for. The one place that calls `Platform.runLater`.
public final class FxQueue implements Executor {
    private static final long BUDGET_NANOS = 8_000_000;

    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isAwake = new AtomicBoolean();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drain();
        }
    };

    @Override
    public void execute(Runnable work) {
        queue.add(work);
        if (isAwake.compareAndSet(false, true)) {
            Platform.runLater(pulse::start);
        }
    }

    private void drain() {
        long until = System.nanoTime() + BUDGET_NANOS;
        Runnable work = queue.poll();
        while (work != null) {
            work.run();
            work = System.nanoTime() < until ? queue.poll() : null;
        }
        if (queue.isEmpty()) {
            sleep();
        }
    }

    private void sleep() {
        pulse.stop();
        isAwake.set(false);
        if (!queue.isEmpty() && isAwake.compareAndSet(false, true)) {
            pulse.start();
        }
    }
}
