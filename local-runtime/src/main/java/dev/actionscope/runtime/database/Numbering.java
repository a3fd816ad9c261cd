package dev.actionscope.runtime.database;

import dev.actionscope.runtime.value.FieldPath;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Gives numbers to tables and indexes and creation times to documents, each once. For any thread.
final class Numbering {
    private static final int FIRST_SYSTEM_NUMBER = 1;

    private final AtomicInteger nextUserTable = new AtomicInteger();
    private final AtomicInteger nextSystemTable = new AtomicInteger();
    private final AtomicInteger nextIndex = new AtomicInteger();
    private final AtomicLong lastCreationTime = new AtomicLong();

    /// Goes on where a database is.
    Numbering(CommitWriter writer, long lastTimestamp) throws SQLException {
        long highest = writer.number("SELECT max(number) FROM tables");
        long highestSystem = writer.number("SELECT max(number) FROM tables WHERE number < " + Table.FIRST_USER_NUMBER);
        nextUserTable.set((int) Math.max(Table.FIRST_USER_NUMBER, 1 + highest));
        nextSystemTable.set((int) Math.max(FIRST_SYSTEM_NUMBER, 1 + highestSystem));
        nextIndex.set((int) (1 + writer.number("SELECT max(id) FROM indexes")));
        lastCreationTime.set(Double.doubleToLongBits(lastTimestamp / 1e6));
    }

    Table table(String name) {
        return new Table((Table.isSystem(name) ? nextSystemTable : nextUserTable).getAndIncrement(), name);
    }

    int index() {
        return nextIndex.getAndIncrement();
    }

    /// The two indexes every table has.
    List<Index> builtInIndexes(Table table) {
        return List.of(
                new Index(index(), table.number(), Index.BY_ID, List.of(), false),
                new Index(index(), table.number(), Index.BY_CREATION_TIME, List.of(FieldPath.CREATION_TIME), false));
    }

    /// A time no document has, at or after a moment and later than all given before; milliseconds since the epoch.
    double creationTime(double began) {
        return Double.longBitsToDouble(lastCreationTime.updateAndGet(
                bits -> Double.doubleToLongBits(Math.max(began, Math.nextUp(Double.longBitsToDouble(bits))))));
    }
}
