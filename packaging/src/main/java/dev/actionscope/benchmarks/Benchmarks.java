package dev.actionscope.benchmarks;

import dev.actionscope.runtime.run.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures Actionscope's runtime and its peer, `convex-test` under vitest, on the same functions in the same run, and
/// prints a table in Markdown.
///
/// `./mvnw -q -Pbench package` runs it; figures and machine are in `docs/benchmarks.md`.
public final class Benchmarks {
    private static final List<Integer> ROWS = List.of(600, 100_000);
    private static final int SECONDS = 4;
    private static final int CPU_SIZE = 2_000_000;
    private static final int JSON_SIZE = 20_000;

    private Benchmarks() {}

    /// @param arguments the checkout's folder; then, in a child process, `compute` and the engine
    public static void main(String[] arguments) throws IOException, InterruptedException, UserException {
        Path root = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length > 2) {
            out.println("COMPUTED " + Computations.measure(root, arguments[2], CPU_SIZE, JSON_SIZE));
            return;
        }
        JsonNode peer = peer(root);
        out.println(
                "Machine: " + peer.path("machine") + ", JVM " + Runtime.version() + ", peers " + peer.path("versions"));
        out.println();
        rates(root, peer, out);
        starts(root, out);
        computations(root, peer, out);
    }

    private static JsonNode peer(Path root) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "node",
                        "peer.mjs",
                        "--json",
                        "--rows",
                        String.join(",", ROWS.stream().map(String::valueOf).toList()),
                        "--seconds",
                        String.valueOf(SECONDS),
                        "--cpu",
                        String.valueOf(CPU_SIZE),
                        "--records",
                        String.valueOf(JSON_SIZE))
                .directory(root.resolve("packaging/benchmarks").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("peer.mjs failed; run `npm ci --ignore-scripts` in packaging/benchmarks first");
        }
        return JsonMapper.shared().readTree(text);
    }

    private static void rates(Path root, JsonNode peer, PrintStream out) throws UserException, IOException {
        out.println("| actions per second | rows | Actionscope | recording | convex-test | ratio |");
        out.println("|---|---|---|---|---|---|");
        Path recordings = Files.createTempDirectory("actionscope-bench-");
        int index = 0;
        for (int rows : ROWS) {
            JsonNode theirs = peer.path("convexTest").path("results").path(index++);
            try (ActionRates rates = ActionRates.open(root, rows, recordings)) {
                row(out, "no-op", rows, rates.noop(SECONDS), theirs.path("noop"));
                row(out, "query + fetch + mutation", rows, rates.typical(SECONDS), theirs.path("queryFetchMutation"));
            }
        }
        out.println();
    }

    private static void row(PrintStream out, String what, int rows, ActionRates.Pair ours, JsonNode theirs) {
        double peer = theirs.path("perSecond").asDouble();
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %.0f | %.0f (%+.1f %%) | %.0f | %.2f× |%n",
                what,
                rows,
                ours.plain(),
                ours.recorded(),
                (ours.plain() / ours.recorded() - 1) * 100,
                peer,
                ours.plain() / peer);
    }

    private static void starts(Path root, PrintStream out) throws IOException, InterruptedException {
        Starts.Times times = Starts.measure(root);
        out.println("| process start to first result | median of " + Starts.TIMES + ", ms |");
        out.println("|---|---|");
        out.printf(Locale.ROOT, "| `actionscope run bench:noop` | %.0f |%n", times.ours());
        out.printf(Locale.ROOT, "| `vitest run` of one convex-test test | %.0f |%n", times.peer());
        out.println();
    }

    private static void computations(Path root, JsonNode peer, PrintStream out)
            throws IOException, InterruptedException {
        out.println("| computing, warm, ms | Node | interpreter | ratio | optimising | ratio |");
        out.println("|---|---|---|---|---|---|");
        JsonNode interpreter = Computations.inChild(root, "interpreter");
        JsonNode optimising = Computations.inChild(root, "optimising");
        for (String what : List.of("cpuMillis", "jsonMillis")) {
            double node = peer.path("node").path(what).asDouble();
            double slow = interpreter.path(what).asDouble();
            double fast = optimising.path(what).asDouble();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f× | %.1f | %.1f× |%n",
                    what.equals("cpuMillis") ? "arithmetic" : "JSON",
                    node,
                    slow,
                    slow / node,
                    fast,
                    fast / node);
        }
    }
}
