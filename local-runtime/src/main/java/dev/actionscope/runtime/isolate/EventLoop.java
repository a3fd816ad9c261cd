package dev.actionscope.runtime.isolate;

import java.util.concurrent.LinkedBlockingQueue;

/// What waits to be run on an isolate's thread. Any thread may post.
final class EventLoop {
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    void post(Runnable task) {
        tasks.add(task);
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    /// The next task; waits for it.
    Runnable next() throws InterruptedException {
        return tasks.take();
    }
}
