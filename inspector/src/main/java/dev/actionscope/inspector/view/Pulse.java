package dev.actionscope.inspector.view;

import javafx.animation.AnimationTimer;

/// Runs a task once at the next frame, however often it was asked for since the last.
///
/// A task that took long is given rest: the next one starts after five times its duration, so that the window stays
/// usable while a run pours in.
public final class Pulse {
    private static final int REST = 5;

    private final Runnable task;
    private final AnimationTimer timer;
    private long notBefore;

    public Pulse(Runnable task) {
        this.task = task;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame();
            }
        };
    }

    /// Asks for the task.
    public void request() {
        timer.start();
    }

    /// Runs the task now, in place of a request that is open.
    public void flush() {
        timer.stop();
        long begun = System.nanoTime();
        task.run();
        long ended = System.nanoTime();
        notBefore = ended + REST * (ended - begun);
    }

    /// Forgets a request that is open.
    public void cancel() {
        timer.stop();
    }

    private void frame() {
        if (System.nanoTime() >= notBefore) {
            flush();
        }
    }
}
