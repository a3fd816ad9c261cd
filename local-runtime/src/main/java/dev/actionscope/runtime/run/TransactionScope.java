package dev.actionscope.runtime.run;

import dev.actionscope.runtime.database.Transaction;
import java.util.SplittableRandom;

/// What a call inside a transaction works with: the data, a frozen clock, seeded randomness.
///
/// @param nowMillis the transaction's one moment, milliseconds since the epoch
/// @param isMutation whether the call may write
/// @param calls the group whose stop ends the whole transaction
record TransactionScope(
        Transaction transaction, double nowMillis, SplittableRandom random, boolean isMutation, Calls calls) {

    /// For a call made by a call of this scope: same data and moment, randomness derived.
    TransactionScope nested(boolean mayWrite) {
        return new TransactionScope(transaction, nowMillis, random.split(), mayWrite, calls);
    }
}
