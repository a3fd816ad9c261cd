package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.scheduling.ScheduledJobs;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ValueException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a `schedule` syscall asks for, checked.
final class ScheduleCall {
    private ScheduleCall() {}

    /// What to show for it: the function's path, as far as the address can be understood.
    static String name(JsonNode syscall) {
        try {
            return FunctionAddress.resolve(syscall);
        } catch (SyscallException _) {
            return "(unknown)";
        }
    }

    static ScheduledJobs.Request request(JsonNode syscall, RunContext run) throws SyscallException {
        String path = FunctionAddress.resolve(syscall);
        FunctionInfo function = run.code().analysis().function(path);
        String module = path.substring(0, path.lastIndexOf(':'));
        if (function == null) {
            throw new SyscallException(
                    run.code().bundle().modules().containsKey(module + ".js")
                            ? "Attempted to schedule function, but no exported function "
                                    + path.substring(path.lastIndexOf(':') + 1) + " found in the file: " + module
                                    + ".js. Did you forget to export it?"
                            : "Attempted to schedule function at nonexistent path: " + module);
        }
        if (function.kind() != FunctionKind.MUTATION && function.kind() != FunctionKind.ACTION) {
            throw new SyscallException(
                    "Attempted to schedule " + path + ", but only mutations and actions can be scheduled.");
        }
        JsonNode arguments = syscall.path("args");
        try {
            ConvexValue value =
                    ConvexJson.decode(arguments.isMissingNode() ? JsonNodeFactory.instance.objectNode() : arguments);
            return new ScheduledJobs.Request(
                    module + ".js:" + function.export(),
                    new ConvexValue.Array(List.of(value)),
                    syscall.path("ts").asDouble(),
                    run.spec().job());
        } catch (ValueException e) {
            throw new SyscallException(e.text());
        }
    }
}
