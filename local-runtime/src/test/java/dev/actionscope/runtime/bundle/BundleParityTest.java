package dev.actionscope.runtime.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.actionscope.runtime.project.PackageState;
import dev.actionscope.runtime.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares the bundle with what esbuild's own command line makes with the options of Convex's bundler
/// (`src/bundler/debugBundle.ts` of the `convex` package), on a project whose imports no plugin touches.
class BundleParityTest {
    private static final List<String> CONVEX_OPTIONS = List.of(
            "--bundle",
            "--format=esm",
            "--target=esnext",
            "--jsx=automatic",
            "--outdir=out",
            "--outbase=backend/functions",
            "--conditions=convex,module",
            "--sourcemap",
            "--sources-content=false",
            "--splitting",
            "--tree-shaking=true",
            "--minify-syntax",
            "--minify-identifiers",
            "--keep-names",
            "--define:process.env.NODE_ENV=\"production\"",
            "--log-level=warning");

    @Test
    void the_parity_profile_is_what_convex_deploys_byte_for_byte(@TempDir Path folder) throws Exception {
        Path root = TestProjects.copy("bundling-generated", folder);
        Path functions = root.resolve("backend/functions");
        Files.writeString(functions.resolve("lazy.ts"), """
                import { query } from "./_generated/server";
                enum Size { Small = 1, Large }
                export default query(async () => (await import("./notes")).first && Size.Large);
                """);
        Files.writeString(functions.resolve("files.ts"), """
                "use node";
                import { readFileSync } from "fs";
                import { httpActionGeneric } from "convex/server";
                export const read = httpActionGeneric(async () => new Response(readFileSync("x")));
                """);
        Project project = TestProjects.open(root);
        esbuild(project, List.of("lazy.ts", "notes.js"), "--platform=browser", "--chunk-names=_deps/[hash]");
        esbuild(project, List.of("files.ts"), "--platform=node", "--chunk-names=_deps/node/[hash]");
        try (Bundler bundler = Bundler.open(project, BundleProfile.PARITY)) {
            Bundle bundle =
                    assertInstanceOf(BuildOutcome.Built.class, bundler.build()).bundle();
            Map<String, String> sources = new TreeMap<>();
            bundle.modules().forEach((path, module) -> sources.put(path, module.source()));
            assertEquals(written(root.resolve("out")), sources);
        }
    }

    private static void esbuild(Project project, List<String> entries, String... options)
            throws IOException, InterruptedException {
        PackageState.Installed installed = assertInstanceOf(PackageState.Installed.class, PackageState.of(project));
        List<String> command = new ArrayList<>(List.of(installed.esbuild().toString()));
        entries.forEach(entry -> command.add("backend/functions/" + entry));
        command.addAll(CONVEX_OPTIONS);
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(project.root().toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    private static Map<String, String> written(Path out) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                sources.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
