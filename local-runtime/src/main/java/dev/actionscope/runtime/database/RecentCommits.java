package dev.actionscope.runtime.database;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest state, and the commits that a running transaction may not have seen. Guarded by itself.
final class RecentCommits {
    private final Deque<Commit> commits = new ArrayDeque<>();
    private final TreeMap<Long, Integer> running = new TreeMap<>();
    private State state;

    /// What a transaction that begins now sees.
    record State(Catalog catalog, long timestamp) {}

    RecentCommits(Catalog catalog, long timestamp) {
        state = new State(catalog, timestamp);
    }

    /// A transaction begins at the newest state: no commit can come between its looking and its being known here.
    synchronized State begin() {
        running.merge(state.timestamp(), 1, Integer::sum);
        return state;
    }

    /// A transaction begins at an earlier moment.
    synchronized State beginAt(long snapshot) {
        running.merge(snapshot, 1, Integer::sum);
        return state;
    }

    /// The newest state.
    synchronized State state() {
        return state;
    }

    /// The schema has changed, and no document.
    synchronized void publish(Catalog catalog) {
        state = new State(catalog, state.timestamp());
    }

    /// A commit is on disk.
    synchronized void publish(Catalog catalog, Commit commit) {
        state = new State(catalog, commit.timestamp());
        commits.addLast(commit);
    }

    /// A transaction that began at that snapshot is over.
    synchronized void ended(long snapshot) {
        running.computeIfPresent(snapshot, (s, n) -> n == 1 ? null : n - 1);
        long oldest = oldestRunning();
        while (!commits.isEmpty() && commits.getFirst().timestamp() <= oldest) {
            commits.removeFirst();
        }
    }

    /// The earliest snapshot that a running transaction reads; the greatest number when none runs.
    synchronized long oldestRunning() {
        return running.isEmpty() ? Long.MAX_VALUE : running.firstKey();
    }

    synchronized boolean isIdle() {
        return running.isEmpty();
    }

    /// The table where something changed after a snapshot that was read in it, or null.
    synchronized @Nullable String conflict(long snapshot, ReadSet reads) {
        Iterator<Commit> newestFirst = commits.descendingIterator();
        while (newestFirst.hasNext()) {
            Commit commit = newestFirst.next();
            if (commit.timestamp() <= snapshot) {
                return null;
            }
            String table = commit.conflict(reads);
            if (table != null) {
                return table;
            }
        }
        return null;
    }
}
