package dev.actionscope.runtime.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlerTest {
    @Test
    void every_entry_point_becomes_a_module_under_convex_s_name() {
        Bundle bundle = built("bundling-app", BundleProfile.DEBUG);
        assertEquals(
                List.of(
                        "crons.js",
                        "dir/deep/durations.js",
                        "files.js",
                        "http.js",
                        "lib/text.js",
                        "messages.js",
                        "shapes.js"),
                bundle.entryPoints());
        assertTrue(bundle.modules().keySet().containsAll(bundle.entryPoints()));
        assertTrue(bundle.modules().containsKey("schema.js"));
        assertTrue(bundle.modules().containsKey("auth.config.js"));
        assertTrue(bundle.modules().keySet().stream().noneMatch(path -> path.contains("test")));
        assertEquals(Environment.NODE, module(bundle, "files.js").environment());
        bundle.modules().values().forEach(module -> {
            boolean isForNode =
                    module.path().equals("files.js") || module.path().startsWith("_deps/node/");
            assertEquals(isForNode ? Environment.NODE : Environment.CONVEX, module.environment(), module.path());
        });
    }

    @Test
    void every_chunk_is_imported_by_a_module_beside_it() {
        Bundle bundle = built("bundling-app", BundleProfile.DEBUG);
        for (String path : bundle.modules().keySet()) {
            if (path.startsWith("_deps/")) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                assertTrue(
                        bundle.modules().values().stream()
                                .anyMatch(module -> !module.path().equals(path)
                                        && module.source().contains(name)),
                        path);
            }
        }
    }

    @Test
    void debug_keeps_names_and_statements_and_parity_does_not() {
        String debug = module(built("bundling-app", BundleProfile.DEBUG), "messages.js")
                .source();
        assertTrue(debug.contains("const greeting = "), debug);
        String parity = module(built("bundling-app", BundleProfile.PARITY), "messages.js")
                .source();
        assertFalse(parity.contains("const greeting = "), parity);
    }

    @Test
    void a_place_in_a_module_leads_to_the_source_and_back() {
        BundledModule messages = module(built("bundling-app", BundleProfile.DEBUG), "messages.js");
        SourcePosition place = placeOf(messages, "ctx.runMutation");
        assertEquals(new SourcePosition("convex/messages.ts", 24, 30), place);
        List<SourceMap.Generated> back = messages.sourceMap().generated("convex/messages.ts", 24);
        assertFalse(back.isEmpty());
        String line = messages.source().lines().toList().get(back.get(0).line() - 1);
        assertTrue(line.contains("ctx.runMutation"), line);
        assertTrue(messages.sourceMap().generated("convex/messages.ts", 9_999).isEmpty());
    }

    @Test
    void sources_are_named_from_the_project() {
        Bundle bundle = built("bundling-app", BundleProfile.DEBUG);
        assertEquals(
                List.of("convex/dir/deep/durations.ts"),
                module(bundle, "dir/deep/durations.js").sourceMap().sources().stream()
                        .filter(source -> source.startsWith("convex/"))
                        .toList());
        List<String> all = bundle.modules().values().stream()
                .flatMap(module -> module.sourceMap().sources().stream())
                .distinct()
                .sorted()
                .toList();
        assertTrue(all.contains("../node_modules/convex/src/server/impl/registration_impl.ts"), all.toString());
        assertTrue(all.stream().noneMatch(source -> source.contains(":")), all.toString());
        assertTrue(all.stream().noneMatch(source -> source.contains("_generated")), all.toString());
    }

    @Test
    void generated_modules_on_disk_are_used() {
        Bundle bundle = built("bundling-generated", BundleProfile.DEBUG);
        String all =
                bundle.modules().values().stream().map(BundledModule::source).reduce("", String::concat);
        assertTrue(all.contains("wasWrittenToDisk"));
        assertEquals(List.of("notes.js"), bundle.entryPoints());
        assertEquals(
                "backend/functions/notes.js",
                module(bundle, "notes.js").sourceMap().sources().getLast());
    }

    @Test
    void a_change_on_disk_is_in_the_next_build_and_an_old_chunk_is_not(@TempDir Path folder) throws IOException {
        Path root = TestProjects.copy("bundling-app", folder);
        Path text = root.resolve("convex/lib/text.ts");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            Bundle first = built(bundler);
            assertEquals(first.hash(), built(bundler).hash());
            String source = Files.readString(text);
            Files.writeString(text, source + "export const added = 1;\nwindow.x = ");
            assertInstanceOf(BuildOutcome.Failed.class, bundler.build());
            Files.writeString(text, source.replace("!", "?"));
            Bundle second = built(bundler);
            assertFalse(first.hash().equals(second.hash()));
            assertFalse(first.modules().keySet().equals(second.modules().keySet()));
            Map<String, BundledModule> modules = second.modules();
            assertSame(first.modules().get("schema.js"), modules.get("schema.js"));
        }
    }

    @Test
    void a_functions_folder_that_is_a_link_keeps_its_module_names(@TempDir Path folder) throws IOException {
        Path shared = folder.toRealPath().resolve("shared");
        Files.createDirectories(shared.resolve("dir"));
        Files.writeString(shared.resolve("dir/a.ts"), "export const a: number = 1;");
        Path root = Files.createDirectories(folder.toRealPath().resolve("app"));
        Files.createSymbolicLink(root.resolve("convex"), shared);
        Files.createSymbolicLink(root.resolve("node_modules"), TestProjects.FOLDER.resolve("node_modules"));
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            Bundle bundle = built(bundler);
            assertEquals(List.of("dir/a.js"), bundle.entryPoints());
            assertEquals(
                    List.of("../shared/dir/a.ts"),
                    module(bundle, "dir/a.js").sourceMap().sources());
        }
    }

    @Test
    void web_assembly_becomes_a_module_of_its_bytes(@TempDir Path folder) throws IOException {
        Path root = TestProjects.copy("bundling-generated", folder);
        Files.write(root.resolve("backend/math.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        Files.writeString(
                root.resolve("backend/functions/math.ts"), "import math from '../math.wasm';\nexport const m = math;");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            BundledModule math = module(built(bundler), "math.js");
            assertTrue(math.source().contains("new WebAssembly.Module("), math.source());
            assertTrue(math.source().contains("AGFzbQEAAAA="), math.source());
            assertEquals(List.of("backend/functions/math.ts"), math.sourceMap().sources());
        }
    }

    @Test
    void external_packages_stay_imports_in_node_only(@TempDir Path folder) throws IOException {
        Path root = TestProjects.copy("bundling-generated", folder);
        Files.writeString(root.resolve("package.json"), "{\"dependencies\":{\"convex\":\"1\",\"ms\":\"2\"}}");
        Files.writeString(
                root.resolve("convex.json"),
                "{\"functions\":\"backend/functions\",\"node\":{\"externalPackages\":[\"*\"]}}");
        String use = "import ms from 'ms'; import { v } from 'convex/values'; export const x = [ms, v];";
        Files.writeString(root.resolve("backend/functions/inNode.ts"), "'use node';\n" + use);
        Files.writeString(root.resolve("backend/functions/inConvex.ts"), use);
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            Bundle bundle = built(bundler);
            String inNode = module(bundle, "inNode.js").source();
            assertTrue(inNode.contains("import ms from \"ms\""), inNode);
            assertFalse(inNode.contains("from \"convex/values\""), inNode);
            assertFalse(module(bundle, "inConvex.js").source().contains("from \"ms\""));
        }
    }

    @Test
    void closing_ends_a_build_that_is_going_on() throws Exception {
        Bundler bundler = Bundler.open(TestProjects.open("bundling-app"), BundleProfile.DEBUG);
        built(bundler);
        CompletableFuture<BuildOutcome> building = CompletableFuture.supplyAsync(() -> {
            BuildOutcome outcome = bundler.build();
            while (outcome instanceof BuildOutcome.Built) {
                outcome = bundler.build();
            }
            return outcome;
        });
        bundler.close();
        BuildOutcome.Failed failed = assertInstanceOf(BuildOutcome.Failed.class, building.get(20, TimeUnit.SECONDS));
        assertEquals("The project was closed.", failed.problems().get(0).message());
    }

    @Test
    void files_that_come_and_go_are_followed(@TempDir Path folder) throws IOException {
        Path root = TestProjects.copy("bundling-generated", folder);
        Path added = root.resolve("backend/functions/added.ts");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            built(bundler);
            Files.writeString(added, "export const x = 1;");
            assertEquals(List.of("added.js", "notes.js"), built(bundler).entryPoints());
            Files.delete(added);
            Files.delete(root.resolve("backend/functions/_generated/server.js"));
            Bundle last = built(bundler);
            assertEquals(List.of("notes.js"), last.entryPoints());
            assertNull(last.modules().get("added.js"));
            assertTrue(last.modules().values().stream()
                    .noneMatch(module -> module.source().contains("wasWrittenToDisk")));
        }
    }

    @Test
    void a_killed_esbuild_is_started_again() {
        try (Bundler bundler = Bundler.open(TestProjects.open("bundling-generated"), BundleProfile.DEBUG)) {
            String hash = built(bundler).hash();
            ProcessHandle first = ProcessHandle.of(bundler.esbuildProcess()).orElseThrow();
            assertTrue(first.destroyForcibly());
            first.onExit().join();
            assertEquals(hash, built(bundler).hash());
            assertFalse(first.pid() == bundler.esbuildProcess());
        }
    }

    @Test
    void closing_ends_esbuild() {
        ProcessHandle process;
        try (Bundler bundler = Bundler.open(TestProjects.open("bundling-generated"), BundleProfile.DEBUG)) {
            built(bundler);
            process = ProcessHandle.of(bundler.esbuildProcess()).orElseThrow();
        }
        assertFalse(process.isAlive());
    }

    private static Bundle built(String project, BundleProfile profile) {
        try (Bundler bundler = Bundler.open(TestProjects.open(project), profile)) {
            return built(bundler);
        }
    }

    private static Bundle built(Bundler bundler) {
        BuildOutcome outcome = bundler.build();
        return assertInstanceOf(BuildOutcome.Built.class, outcome, outcome.toString())
                .bundle();
    }

    private static BundledModule module(Bundle bundle, String path) {
        return Objects.requireNonNull(bundle.modules().get(path), path);
    }

    private static SourcePosition placeOf(BundledModule module, String text) {
        int at = module.source().indexOf(text);
        String before = module.source().substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        SourcePosition place = module.sourceMap().original(line, at - before.lastIndexOf('\n'));
        assertNotNull(place);
        return place;
    }
}
