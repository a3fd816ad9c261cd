package dev.actionscope.runtime.isolate;

/// Measures the time an isolate's thread spends in JavaScript, operations excluded. Started and stopped by that
/// thread, read by any.
final class ScriptClock {
    private static final long STOPPED = 0;

    private volatile long ran;
    private volatile long startedAt = STOPPED;

    void start() {
        startedAt = Math.max(1, System.nanoTime());
    }

    void stop() {
        long started = startedAt;
        if (started != STOPPED) {
            startedAt = STOPPED;
            long before = ran;
            ran = before + System.nanoTime() - started;
        }
    }

    boolean isRunning() {
        return startedAt != STOPPED;
    }

    /// Nanoseconds of JavaScript so far.
    long elapsed() {
        long started = startedAt;
        return ran + (started == STOPPED ? 0 : System.nanoTime() - started);
    }
}
