package dev.actionscope.runtime.run;

import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.fetch.FetchTransport;
import dev.actionscope.runtime.scheduling.ScheduledJobs;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What all calls of one run share.
final class RunContext {
    private static final TransactionLimits UNLIMITED = new TransactionLimits(
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE);

    private final LocalDeployment deployment;
    private final BuiltProject code;
    private final RunSpec spec;
    private final TraceBuilder trace;
    private final String requestId;
    private final Map<String, String> environment;
    private final Phaser operations = new Phaser(1);
    private final Evidence evidence = new Evidence();
    private final Calls calls = new Calls();

    RunContext(LocalDeployment deployment, RunSpec spec, TraceBuilder trace, String requestId) {
        this.deployment = deployment;
        this.code = deployment.code();
        this.spec = spec;
        this.trace = trace;
        this.requestId = requestId;
        Map<String, String> variables = new HashMap<>(code.environment());
        variables.putAll(spec.environment());
        this.environment = Map.copyOf(variables);
    }

    LocalDeployment deployment() {
        return deployment;
    }

    /// The code as it was when the run started: a save does not change a run that goes on.
    BuiltProject code() {
        return code;
    }

    RunSpec spec() {
        return spec;
    }

    TraceBuilder trace() {
        return trace;
    }

    String requestId() {
        return requestId;
    }

    Evidence evidence() {
        return evidence;
    }

    /// Every call of the run, to stop them together.
    Calls calls() {
        return calls;
    }

    LimitProfile limits() {
        return spec.limits();
    }

    JsonNode identity() {
        JsonNode identity = spec.identity();
        return identity == null ? JsonNodeFactory.instance.nullNode() : identity;
    }

    /// What `process.env` gives.
    Map<String, String> environment() {
        return environment;
    }

    FetchTransport fetch() {
        return spec.fetch();
    }

    /// A transaction at the newest moment, with the limits of the run's profile.
    Transaction begin() {
        return limits().equals(LimitProfile.NONE)
                ? deployment.database().begin(UNLIMITED)
                : deployment.database().begin();
    }

    FileStorage storage() {
        return deployment.storage();
    }

    ScheduledJobs jobs() {
        return deployment.jobs();
    }

    /// Does an operation's work on a thread of its own.
    Future<?> submit(Runnable work) {
        operations.register();
        return deployment.executor().submit(() -> {
            try {
                work.run();
            } finally {
                operations.arriveAndDeregister();
            }
        });
    }

    /// Waits, a second at most, for operations that were abandoned when their function returned.
    void awaitOperations() {
        try {
            operations.awaitAdvanceInterruptibly(operations.arrive(), 1, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException _) {
            System.getLogger(RunContext.class.getName())
                    .log(System.Logger.Level.DEBUG, "an abandoned operation goes on after its run");
        }
    }

    ScheduledExecutorService timer() {
        return deployment.timer();
    }

    Clock clock() {
        return deployment.clock();
    }
}
