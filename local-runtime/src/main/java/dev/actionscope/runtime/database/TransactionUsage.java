package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ValueLimits;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Counts what a transaction does and stops it at its limits; system tables are free.
final class TransactionUsage {
    static final String HELP = "Consider using smaller limits in your queries, paginating your queries, or"
            + " using indexed queries with a selective index range expressions.";

    private final ReadSet reads = new ReadSet();
    private TransactionLimits limits;
    private long bytesRead;
    private long documentsRead;
    private long bytesWritten;
    private long documentsWritten;
    private long functionsScheduled;
    private long scheduledBytes;
    private boolean readLimitReached;

    TransactionUsage(TransactionLimits limits) {
        this.limits = limits;
    }

    ReadSet reads() {
        return reads;
    }

    TransactionLimits limits() {
        return limits;
    }

    void limit(TransactionLimits next) {
        limits = next;
    }

    /// What was used so far, in the form of limits.
    TransactionLimits used() {
        return new TransactionLimits(
                bytesRead,
                bytesWritten,
                reads.size(),
                documentsRead,
                documentsWritten,
                functionsScheduled,
                scheduledBytes);
    }

    /// Writes that are rolled back do not count.
    void forgetWrites(TransactionLimits since) {
        bytesWritten = since.bytesWritten();
        documentsWritten = since.documentsWritten();
    }

    /// Whether a limit on reading was reached since [#forgetReadLimit()].
    boolean isReadLimitReached() {
        return readLimitReached;
    }

    void forgetReadLimit() {
        readLimitReached = false;
    }

    void readInterval(int index, Interval interval) throws SyscallException {
        reads.add(index, interval);
        if (reads.size() > limits.databaseQueries()) {
            throw readLimit("Too many reads in a single function execution (limit: " + limits.databaseQueries() + ")");
        }
    }

    void readDocument(Document document, Table table) throws SyscallException {
        if (table.isSystem()) {
            return;
        }
        documentsRead++;
        bytesRead += document.size();
        if (documentsRead > limits.documentsRead()) {
            throw readLimit(
                    "Too many documents read in a single function execution (limit: " + limits.documentsRead() + ")");
        }
        if (bytesRead > limits.bytesRead()) {
            throw readLimit(
                    "Too many bytes read in a single function execution (limit: " + limits.bytesRead() + " bytes)");
        }
    }

    private SyscallException readLimit(String reached) {
        readLimitReached = true;
        return new SyscallException(reached + ". " + HELP);
    }

    void writeDocument(long size, Table table) throws SyscallException {
        if (table.isSystem()) {
            return;
        }
        documentsWritten++;
        bytesWritten += size;
        if (documentsWritten > limits.documentsWritten()) {
            throw new SyscallException(
                    "Too many writes in a single function execution (limit: " + limits.documentsWritten() + ")");
        }
        if (bytesWritten > limits.bytesWritten()) {
            throw new SyscallException("Too many bytes written in a single function execution (limit: "
                    + ValueLimits.bytes(limits.bytesWritten()) + ")");
        }
    }

    void schedule(long argumentsSize) throws SyscallException {
        if (functionsScheduled >= limits.functionsScheduled()) {
            throw new SyscallException(
                    "Too many functions scheduled by this mutation (limit: " + limits.functionsScheduled() + ")");
        }
        if (scheduledBytes + argumentsSize > limits.scheduledFunctionArgsBytes()) {
            throw new SyscallException("Too large total size of the arguments of scheduled functions from this mutation"
                    + " (limit: " + limits.scheduledFunctionArgsBytes() + " bytes)");
        }
        functionsScheduled++;
        scheduledBytes += argumentsSize;
    }

    /// As `1.0/getTransactionMetrics` answers.
    ObjectNode metrics() {
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        put(metrics, "bytesRead", bytesRead, limits.bytesRead());
        put(metrics, "bytesWritten", bytesWritten, limits.bytesWritten());
        put(metrics, "databaseQueries", reads.size(), limits.databaseQueries());
        put(metrics, "documentsRead", documentsRead, limits.documentsRead());
        put(metrics, "documentsWritten", documentsWritten, limits.documentsWritten());
        put(metrics, "functionsScheduled", functionsScheduled, limits.functionsScheduled());
        put(metrics, "scheduledFunctionArgsBytes", scheduledBytes, limits.scheduledFunctionArgsBytes());
        return metrics;
    }

    private static void put(ObjectNode metrics, String name, long used, long limit) {
        metrics.putObject(name).put("used", used).put("remaining", limit - used);
    }
}
