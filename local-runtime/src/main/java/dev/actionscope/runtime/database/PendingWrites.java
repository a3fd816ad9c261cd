package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.value.DocumentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a transaction has written and not committed, laid over the snapshot: by id and by index key. Can go back to
/// any earlier point.
final class PendingWrites {
    private final Map<DocumentId, Write> writes = new LinkedHashMap<>();
    private final Map<Integer, TreeMap<byte[], Optional<Document>>> overlays = new HashMap<>();
    private final List<Undo> history = new ArrayList<>();

    /// What becomes of one document.
    ///
    /// @param base in the snapshot, null when it is not there
    /// @param now null once deleted
    /// @param indexes of its table
    record Write(
            DocumentId id,
            @Nullable Document base,
            @Nullable Document now,
            List<Index> indexes) {}

    private record Undo(DocumentId id, @Nullable Write before) {}

    @Nullable
    Write of(DocumentId id) {
        return writes.get(id);
    }

    /// The writes in order of each document's first.
    Collection<Write> all() {
        return Collections.unmodifiableCollection(writes.values());
    }

    void put(Write write) {
        history.add(new Undo(write.id(), writes.get(write.id())));
        replace(write.id(), write);
    }

    /// The point to go back to with [#backTo].
    int mark() {
        return history.size();
    }

    void backTo(int mark) {
        while (history.size() > mark) {
            Undo undo = history.removeLast();
            replace(undo.id(), undo.before());
        }
    }

    private void replace(DocumentId id, @Nullable Write next) {
        Write current = writes.get(id);
        if (current != null) {
            eachKey(current, (overlay, key, document) -> overlay.remove(key));
        }
        if (next == null) {
            writes.remove(id);
        } else {
            writes.put(id, next);
            eachKey(next, (overlay, key, document) -> overlay.put(key, document));
        }
    }

    private interface KeyVisitor {
        void visit(SortedMap<byte[], Optional<Document>> overlay, byte[] key, Optional<Document> document);
    }

    private void eachKey(Write write, KeyVisitor visitor) {
        Document base = write.base();
        Document now = write.now();
        for (Index index : write.indexes()) {
            TreeMap<byte[], Optional<Document>> overlay =
                    overlays.computeIfAbsent(index.id(), i -> new TreeMap<>(Arrays::compareUnsigned));
            if (base != null) {
                visitor.visit(overlay, index.key(base), Optional.empty());
            }
            if (now != null) {
                visitor.visit(overlay, index.key(now), Optional.of(now));
            }
        }
    }

    /// The keys of an index in an interval that differ from the snapshot; empty where a document is no longer.
    SortedMap<byte[], Optional<Document>> within(Index index, Interval interval) {
        TreeMap<byte[], Optional<Document>> overlay = overlays.get(index.id());
        if (overlay == null || overlay.isEmpty() || interval.isEmpty()) {
            return Collections.emptySortedMap();
        }
        byte[] end = interval.end();
        return end == null ? overlay.tailMap(interval.start()) : overlay.subMap(interval.start(), end);
    }

    /// By how many documents a table has grown.
    long growth(int table) {
        long growth = 0;
        for (Write write : writes.values()) {
            if (write.id().table() == table) {
                growth += (write.now() == null ? 0L : 1L) - (write.base() == null ? 0L : 1L);
            }
        }
        return growth;
    }
}
