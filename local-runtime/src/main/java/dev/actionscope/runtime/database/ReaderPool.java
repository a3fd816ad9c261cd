package dev.actionscope.runtime.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/// The connections that read: made when first needed, a bounded number, each used by one thread at a time.
final class ReaderPool implements AutoCloseable {
    private static final int MOST = 8;

    private final SqliteFile file;
    private final Semaphore permits = new Semaphore(MOST);
    private final Deque<SnapshotReader> idle = new ArrayDeque<>();

    /// Something to ask the database.
    interface Question<T> {
        T ask(SnapshotReader reader) throws SQLException;
    }

    ReaderPool(SqliteFile file) {
        this.file = file;
    }

    /// Asks on some connection; a failure of the disk is an `UncheckedIOException`.
    <T> T ask(Question<T> question) {
        permits.acquireUninterruptibly();
        try {
            SnapshotReader reader = take();
            try {
                return question.ask(reader);
            } finally {
                give(reader);
            }
        } catch (SQLException failure) {
            throw new UncheckedIOException(
                    new IOException(file.describe(failure).getMessage(), failure));
        } finally {
            permits.release();
        }
    }

    private SnapshotReader take() throws SQLException {
        synchronized (idle) {
            SnapshotReader reader = idle.pollLast();
            if (reader != null) {
                return reader;
            }
        }
        return new SnapshotReader(file.openReader());
    }

    private void give(SnapshotReader reader) {
        synchronized (idle) {
            idle.addLast(reader);
        }
    }

    @Override
    public void close() throws SQLException {
        permits.acquireUninterruptibly(MOST);
        synchronized (idle) {
            for (SnapshotReader reader : idle) {
                reader.close();
            }
            idle.clear();
        }
    }
}
