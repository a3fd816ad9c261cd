package dev.actionscope.inspector.model;

/// A listener that was added somewhere; closing it takes it away again.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
