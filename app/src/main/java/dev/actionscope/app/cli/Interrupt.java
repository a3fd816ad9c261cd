package dev.actionscope.app.cli;

import dev.actionscope.runtime.session.HeadlessRun;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What Ctrl+C does while a function runs: the run is stopped, what it did until then is printed, and the process ends;
/// it ends in any case after [#PATIENCE_MILLIS].
final class Interrupt {
    private static final long PATIENCE_MILLIS = 900;

    private final Thread hook;

    private Interrupt(Thread hook) {
        this.hook = hook;
    }

    static Interrupt stopping(HeadlessRun run) {
        Thread hook = new Thread(() -> stop(run), "stop the run");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interrupt(hook);
    }

    private static void stop(HeadlessRun run) {
        run.stop();
        try {
            // the main thread prints and halts; this only bounds how long it may take
            new CountDownLatch(1).await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The run is over by itself.
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.getLogger(Interrupt.class.getName())
                    .log(System.Logger.Level.DEBUG, "the process is ending already", e);
        }
    }
}
