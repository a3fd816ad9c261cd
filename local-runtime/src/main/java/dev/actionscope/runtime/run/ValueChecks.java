package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.schema.SchemaException;
import dev.actionscope.runtime.schema.TableNames;
import dev.actionscope.runtime.schema.Validator;
import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ValueException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Holds arguments and results to their validators and sizes, with Convex's messages.
final class ValueChecks {
    private final RunContext run;

    ValueChecks(RunContext run) {
        this.run = run;
    }

    /// What is wrong with the arguments, if anything.
    Optional<String> arguments(FunctionInfo function, JsonNode arguments) {
        long bytes = arguments.toString().length();
        if (bytes > run.limits().argumentBytes()) {
            return Optional.of("Arguments for " + function.module() + ".js:" + function.export()
                    + " are too large (actual: " + mebibytes(bytes) + ", limit: "
                    + mebibytes(run.limits().argumentBytes()) + ")");
        }
        return mismatch(function.args(), arguments, Validator::checkArguments);
    }

    /// What is wrong with the result, if anything.
    Optional<String> result(FunctionInfo function, JsonNode value, long bytes) {
        if (bytes > run.limits().argumentBytes()) {
            return Optional.of("Function " + function.module() + ".js:" + function.export()
                    + " return value is too large (actual: " + mebibytes(bytes) + ", limit: "
                    + mebibytes(run.limits().argumentBytes()) + ")");
        }
        JsonNode returns = function.returns();
        return returns == null ? Optional.empty() : mismatch(returns, value, Validator::checkReturned);
    }

    @FunctionalInterface
    private interface Check {
        Optional<String> of(Validator validator, ConvexValue value, TableNames tables);
    }

    private Optional<String> mismatch(JsonNode validator, JsonNode value, Check check) {
        try {
            return check.of(
                    Validator.parse(validator),
                    ConvexJson.decode(value),
                    run.deployment().tableNames());
        } catch (SchemaException | ValueException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String mebibytes(long bytes) {
        String number = String.format(Locale.ROOT, "%.2f", bytes / 1024.0 / 1024.0);
        return (number.endsWith(".00") ? number.substring(0, number.length() - 3) : number) + " MiB";
    }
}
