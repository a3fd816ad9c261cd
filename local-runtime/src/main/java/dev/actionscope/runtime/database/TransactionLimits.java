package dev.actionscope.runtime.database;

import tools.jackson.databind.JsonNode;

/// How much one transaction may do.
///
/// @param databaseQueries intervals of indexes read, roughly one for each `get` and query
public record TransactionLimits(
        long bytesRead,
        long bytesWritten,
        long databaseQueries,
        long documentsRead,
        long documentsWritten,
        long functionsScheduled,
        long scheduledFunctionArgsBytes) {

    /// What Convex's cloud allows.
    public static final TransactionLimits CONVEX =
            new TransactionLimits(16L << 20, 16L << 20, 4096, 32_000, 16_000, 1000, 16L << 20);

    /// The `transactionLimits` of a nested call: what is not said is as [#CONVEX] has it.
    public static TransactionLimits parse(JsonNode json) {
        return new TransactionLimits(
                json.path("bytesRead").asLong(CONVEX.bytesRead),
                json.path("bytesWritten").asLong(CONVEX.bytesWritten),
                json.path("databaseQueries").asLong(CONVEX.databaseQueries),
                json.path("documentsRead").asLong(CONVEX.documentsRead),
                json.path("documentsWritten").asLong(CONVEX.documentsWritten),
                json.path("functionsScheduled").asLong(CONVEX.functionsScheduled),
                json.path("scheduledFunctionArgsBytes").asLong(CONVEX.scheduledFunctionArgsBytes));
    }

    /// These limits as a budget from a point on: what was used by then comes on top, never past the ceiling.
    TransactionLimits asBudgetAfter(TransactionLimits used, TransactionLimits ceiling) {
        return new TransactionLimits(
                Math.min(used.bytesRead + bytesRead, ceiling.bytesRead),
                Math.min(used.bytesWritten + bytesWritten, ceiling.bytesWritten),
                Math.min(used.databaseQueries + databaseQueries, ceiling.databaseQueries),
                Math.min(used.documentsRead + documentsRead, ceiling.documentsRead),
                Math.min(used.documentsWritten + documentsWritten, ceiling.documentsWritten),
                Math.min(used.functionsScheduled + functionsScheduled, ceiling.functionsScheduled),
                Math.min(
                        used.scheduledFunctionArgsBytes + scheduledFunctionArgsBytes,
                        ceiling.scheduledFunctionArgsBytes));
    }
}
