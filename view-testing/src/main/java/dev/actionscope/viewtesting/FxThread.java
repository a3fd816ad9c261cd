package dev.actionscope.viewtesting;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs work on the JavaFX thread from a test and gives its result, or its failure, back to the test.
public final class FxThread {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private FxThread() {}

    /// Runs `work` on the JavaFX thread, waits for it, and rethrows what it throws.
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /// Computes a value on the JavaFX thread, waits for it, and rethrows what it throws.
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError failure) {
                result.completeExceptionally(failure);
            }
        };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return await(result);
    }

    /// Waits until JavaFX has laid out and painted `count` frames.
    public static void frames(int count) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            AnimationTimer timer = new AnimationTimer() {
                private int seen;

                @Override
                public void handle(long now) {
                    if (++seen > count) {
                        stop();
                        done.complete(true);
                    }
                }
            };
            timer.start();
            Platform.requestNextPulse();
        });
        await(done);
    }

    /// Waits until `condition`, asked on the JavaFX thread once per frame, holds.
    ///
    /// @throws AssertionError naming `what` when it does not hold within 20 seconds
    public static void waitUntil(String what, BooleanSupplier condition) {
        waitUntil(what, DEADLINE, condition);
    }

    /// As [#waitUntil(String, BooleanSupplier)] with another deadline.
    public static void waitUntil(String what, Duration deadline, BooleanSupplier condition) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still waiting after " + deadline.toMillis() + " ms for: " + what);
            }
            frames(1);
        }
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(DEADLINE.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw rethrow(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("the JavaFX thread did not answer within 40 s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the JavaFX thread", interrupted);
        }
    }

    private static RuntimeException rethrow(Throwable cause) {
        switch (cause) {
            case Error error -> throw error;
            case RuntimeException unchecked -> throw unchecked;
            default -> throw new AssertionError("failed on the JavaFX thread: " + cause, cause);
        }
    }
}
