package dev.actionscope.app.workbench;

import dev.actionscope.app.arguments.JsonText;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.host.Problem;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.ProjectState.Stage;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A copy of the sample that ships with the product, and what a host would say of it.
final class SampleProject {
    private static final String ORDER_LINES = "{\"type\":\"array\",\"value\":{\"type\":\"object\",\"value\":{"
            + "\"sku\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false},"
            + "\"quantity\":{\"fieldType\":{\"type\":\"number\"},\"optional\":false}}}}";
    private static final Pattern EXPORT =
            Pattern.compile("^export const (\\w+) = (internal)?(query|mutation|action|Query|Mutation|Action)\\(");

    private final Path root;

    private SampleProject(Path root) {
        this.root = root;
    }

    /// Copies the sample into a folder.
    static SampleProject in(Path folder) throws IOException {
        Path source = Path.of(System.getProperty("actionscope.root"), "packaging", "sample");
        Path root = folder.resolve("corner-shop");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(path -> !path.toString().contains("node_modules"))
                    .toList()) {
                Path target = root.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return new SampleProject(root.toRealPath());
    }

    Path root() {
        return root;
    }

    /// The project at a stage, with its functions when it is built.
    ProjectState at(Stage stage, String message, Problem... problems) throws IOException {
        return new ProjectState(
                root.toString(),
                "corner-shop",
                stage,
                "convex",
                stage == Stage.READY ? functions() : List.of(),
                List.of(problems),
                message,
                false,
                stage == Stage.READY ? 184 : 0);
    }

    /// Built once, and then broken by an edit.
    ProjectState stale(Problem... problems) throws IOException {
        return new ProjectState(
                root.toString(), "corner-shop", Stage.READY, "convex", functions(), List.of(problems), "", true, 96);
    }

    /// Two problems as esbuild tells them.
    Problem[] problems() {
        return new Problem[] {
            new Problem(
                    Severity.ERROR,
                    "Expected \")\" but found \"payment\"",
                    new SourcePosition("convex/orders.ts", 34, 11)),
            new Problem(
                    Severity.ERROR,
                    "Could not resolve \"./model/servces\"",
                    new SourcePosition("convex/payments.ts", 6, 31))
        };
    }

    /// The first place of a text in a file.
    SourcePosition position(String file, String text) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            int column = lines.get(i).indexOf(text);
            if (column >= 0) {
                return new SourcePosition(file, i + 1, column + 1);
            }
        }
        throw new IllegalArgumentException(file + " does not hold: " + text);
    }

    private List<FunctionInfo> functions() throws IOException {
        List<FunctionInfo> found = new ArrayList<>();
        for (String module :
                List.of("customers", "emails", "invoices", "orders", "payments", "reports", "shipping", "signing")) {
            String file = "convex/" + module + ".ts";
            List<String> lines = Files.readAllLines(root.resolve(file));
            boolean isNode = lines.stream().limit(5).anyMatch(line -> line.contains("\"use node\""));
            for (int i = 0; i < lines.size(); i++) {
                Matcher export = EXPORT.matcher(lines.get(i));
                if (export.find()) {
                    String path = module + ":" + export.group(1);
                    found.add(new FunctionInfo(
                            path,
                            FunctionKind.valueOf(export.group(3).toUpperCase(java.util.Locale.ROOT)),
                            export.group(2) == null,
                            isNode ? Environment.NODE : Environment.CONVEX,
                            JsonText.parse(arguments(path)),
                            null,
                            new SourcePosition(file, i + 1, 14)));
                }
            }
        }
        return found;
    }

    private static String arguments(String path) {
        return switch (path) {
            case "orders:checkout" ->
                "{\"type\":\"object\",\"value\":{\"email\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false},\"lines\":{\"fieldType\":"
                        + ORDER_LINES
                        + ",\"optional\":false},\"country\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false}}}";
            case "payments:collect" ->
                "{\"type\":\"object\",\"value\":{\"email\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false},"
                        + "\"amountCents\":{\"fieldType\":{\"type\":\"number\"},\"optional\":false},"
                        + "\"card\":{\"fieldType\":{\"type\":\"union\",\"value\":[{\"type\":\"literal\",\"value\":\"card_visa\"},"
                        + "{\"type\":\"literal\",\"value\":\"card_broken\"}]},\"optional\":false},"
                        + "\"orderId\":{\"fieldType\":{\"type\":\"id\",\"tableName\":\"orders\"},\"optional\":true},"
                        + "\"urgent\":{\"fieldType\":{\"type\":\"boolean\"},\"optional\":false},"
                        + "\"points\":{\"fieldType\":{\"type\":\"bigint\"},\"optional\":true},"
                        + "\"labels\":{\"fieldType\":{\"type\":\"record\",\"keys\":{\"type\":\"string\"},\"values\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false}},\"optional\":true},"
                        + "\"extra\":{\"fieldType\":{\"type\":\"any\"},\"optional\":true}}}";
            case "customers:hello" -> "{\"type\":\"object\",\"value\":{}}";
            default -> "{\"type\":\"any\"}";
        };
    }
}
