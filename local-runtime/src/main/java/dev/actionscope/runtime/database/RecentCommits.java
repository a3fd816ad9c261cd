package dev.actionscope.runtime.database;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The commits that a running transaction may not have seen. Guarded by itself.
final class RecentCommits {
    private final Deque<Commit> commits = new ArrayDeque<>();
    private final TreeMap<Long, Integer> running = new TreeMap<>();

    /// A transaction began at that snapshot.
    synchronized void began(long snapshot) {
        running.merge(snapshot, 1, Integer::sum);
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

    synchronized void add(Commit commit) {
        commits.addLast(commit);
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
