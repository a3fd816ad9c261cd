package dev.actionscope.runtime.run;

import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.seam.SyscallException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The scheduler's syscalls: in a mutation's transaction, or at once from an action.
final class Jobs {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Jobs() {}

    static JsonNode schedule(RunContext run, JsonNode arguments) throws SyscallException {
        try {
            return JSON.stringNode(run.jobs().schedule(ScheduleCall.request(arguments, run)));
        } catch (DatabaseException e) {
            throw new SyscallException(String.valueOf(e.getMessage()));
        }
    }

    static JsonNode schedule(RunContext run, JsonNode arguments, Transaction transaction) throws SyscallException {
        return JSON.stringNode(run.jobs().schedule(transaction, ScheduleCall.request(arguments, run)));
    }

    static JsonNode cancel(RunContext run, JsonNode arguments) throws SyscallException {
        try {
            run.jobs().cancel(arguments.path("id").asString());
            return JSON.nullNode();
        } catch (DatabaseException e) {
            throw new SyscallException(String.valueOf(e.getMessage()));
        }
    }

    static JsonNode cancel(RunContext run, JsonNode arguments, Transaction transaction) throws SyscallException {
        run.jobs()
                .cancel(transaction, arguments.path("id").asString(), run.spec().job());
        return JSON.nullNode();
    }
}
