package dev.actionscope.app.cli;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.session.HeadlessProject;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `actionscope functions`.
@Command(name = "functions", description = "Lists what the project exports.", mixinStandardHelpOptions = true)
final class FunctionsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(names = "--output", paramLabel = "FORMAT", description = "text (default) or json.", defaultValue = "text")
    private String output = "text";

    @Override
    public Integer call() throws UserException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        PrintWriter out = spec.commandLine().getOut();
        Output format = Output.of(output, Output.TEXT, Output.JSON);
        try (HeadlessProject project = options.build(spec.commandLine().getErr())) {
            List<FunctionInfo> functions = project.code().analysis().functions();
            out.println(format == Output.JSON ? json(functions).toPrettyString() : FunctionsText.of(functions));
        }
        return ActionscopeCommand.DONE;
    }

    private static ArrayNode json(List<FunctionInfo> functions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (FunctionInfo function : functions) {
            SourcePosition at = function.position();
            ObjectNode json = array.addObject()
                    .put("path", function.path())
                    .put("kind", function.kind().id())
                    .put("visibility", function.isPublic() ? "public" : "internal")
                    .put("runtime", FunctionsText.runtime(function));
            json.set("args", function.args());
            json.set("returns", function.returns());
            json.put("file", at == null ? null : at.file()).put("line", at == null ? null : (Integer) at.line());
        }
        return array;
    }
}
