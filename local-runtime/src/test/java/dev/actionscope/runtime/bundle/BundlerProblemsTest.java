package dev.actionscope.runtime.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user reads when a project cannot be built.
class BundlerProblemsTest {
    @Test
    void a_syntax_error_is_a_problem_at_its_place() {
        BuildProblem problem = onlyProblem("bundling-syntax-error");
        assertEquals(new SourcePosition("convex/broken.ts", 6, 38), problem.position());
        assertEquals("Unexpected \";\"", problem.message());
        assertEquals("    const text = \"é👋\"; return text +;", problem.lineText());
        assertEquals(1, problem.length());
    }

    @Test
    void a_missing_package_says_how_to_install_it() {
        List<BuildProblem> problems = problems("bundling-missing-package");
        assertEquals(2, problems.size(), problems.toString());
        assertEquals(
                new SourcePosition("convex/payments.ts", 2, 20), problems.get(0).position());
        assertEquals("""
                Could not resolve "@stripe/stripe-js/pure"
                Run `npm install @stripe/stripe-js` in the project's folder.""", problems.get(0).message());
        assertEquals("Could not resolve \"./nothing\"", problems.get(1).message());
    }

    @Test
    void a_node_module_in_convex_s_runtime_gets_convex_s_advice() {
        BuildProblem problem = onlyProblem("bundling-node-builtin");
        assertEquals(new SourcePosition("convex/files.ts", 1, 30), problem.position());
        assertTrue(problem.message().contains("without the \"use node\" directive"), problem.message());
        assertTrue(problem.message().contains("https://docs.convex.dev/functions/runtimes#nodejs-runtime"));
    }

    @Test
    void a_node_module_in_a_package_is_a_problem_of_the_import_that_brought_the_package(@TempDir Path folder)
            throws IOException {
        Path root = folder.toRealPath();
        Path modules = root.resolve("node_modules");
        Files.createDirectories(modules.resolve("outer/inner"));
        for (String name : List.of("convex", "esbuild", "@esbuild")) {
            Files.createSymbolicLink(modules.resolve(name), TestProjects.FOLDER.resolve("node_modules/" + name));
        }
        Files.writeString(modules.resolve("outer/index.js"), "export * from './inner/deep.js';");
        Files.writeString(modules.resolve("outer/inner/deep.js"), "import fs from 'fs'; export const x = fs;");
        Files.createDirectories(root.resolve("convex"));
        Files.writeString(root.resolve("convex/helper.ts"), "// a line\nexport { x } from \"outer\";\n");
        Files.writeString(root.resolve("convex/entry.ts"), "import { x } from './helper';\nexport default x;\n");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            BuildProblem problem = assertInstanceOf(BuildOutcome.Failed.class, bundler.build())
                    .problems()
                    .get(0);
            assertEquals(new SourcePosition("convex/helper.ts", 2, 19), problem.position());
            assertEquals("export { x } from \"outer\";", problem.lineText());
            assertTrue(
                    problem.message()
                            .endsWith("The import is in node_modules/outer/inner/deep.js, imported by"
                                    + " node_modules/outer/index.js."),
                    problem.message());
            assertTrue(problem.message().contains("\"use node\""));
            assertEquals(
                    new SourcePosition("node_modules/outer/inner/deep.js", 1, 16),
                    problem.notes().get(0).position());
        }
    }

    @Test
    void a_node_file_in_convex_s_runtime_is_told_who_imports_it(@TempDir Path folder) throws IOException {
        Path root = TestProjects.copy("bundling-node-builtin", folder);
        Path files = root.resolve("convex/files.ts");
        Files.writeString(files, "\"use node\";\n" + Files.readString(files));
        Files.writeString(root.resolve("convex/a.ts"), "export { read as b } from './files';");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            BuildProblem problem = assertInstanceOf(BuildOutcome.Failed.class, bundler.build())
                    .problems()
                    .get(0);
            assertEquals(new SourcePosition("convex/files.ts", 2, 30), problem.position());
            assertTrue(problem.message().endsWith("\nThis file is imported by convex/a.ts."), problem.message());
        }
    }

    @Test
    void a_package_that_package_json_names_only_needs_an_install(@TempDir Path folder) throws IOException {
        Path root = TestProjects.copy("bundling-missing-package", folder);
        Files.writeString(root.resolve("package.json"), "{\"dependencies\":{\"@stripe/stripe-js\":\"1\"}}");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            BuildOutcome.Failed failed = assertInstanceOf(BuildOutcome.Failed.class, bundler.build());
            assertTrue(failed.problems().get(0).message().contains("Run `npm install` in"), failed.toString());
        }
    }

    @Test
    void a_convex_json_that_breaks_is_a_problem_at_its_place_and_one_that_changes_is_followed(@TempDir Path folder)
            throws IOException {
        Path root = TestProjects.copy("bundling-generated", folder);
        Path config = root.resolve("convex.json");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            assertInstanceOf(BuildOutcome.Built.class, bundler.build());
            Files.writeString(config, "{\n  nonsense\n}");
            BuildOutcome.Failed failed = assertInstanceOf(BuildOutcome.Failed.class, bundler.build());
            assertEquals(
                    new SourcePosition("convex.json", 2, 3),
                    failed.problems().get(0).position());
            Files.move(root.resolve("backend/functions"), root.resolve("moved"));
            Files.writeString(config, "{\"functions\":\"moved\"}");
            BuildOutcome.Built built = assertInstanceOf(BuildOutcome.Built.class, bundler.build());
            BundledModule notes =
                    Objects.requireNonNull(built.bundle().modules().get("notes.js"));
            assertTrue(notes.sourceMap().sources().contains("moved/notes.js"));
        }
    }

    @Test
    void a_functions_folder_that_goes_away_is_said_and_comes_back(@TempDir Path folder) throws IOException {
        Path root = TestProjects.copy("bundling-generated", folder);
        Path functions = root.resolve("backend/functions");
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            assertInstanceOf(BuildOutcome.Built.class, bundler.build());
            Files.move(functions, root.resolve("moved"));
            BuildOutcome.Failed failed = assertInstanceOf(BuildOutcome.Failed.class, bundler.build());
            assertEquals(
                    "The project " + root + " has no functions folder backend/functions: create it, or run `npx convex"
                            + " dev` there once.",
                    failed.problems().get(0).message());
            Files.move(root.resolve("moved"), functions);
            assertInstanceOf(BuildOutcome.Built.class, bundler.build());
        }
    }

    @Test
    void a_project_without_packages_says_so(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("convex"));
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\":{\"convex\":\"1\"}}");
        Path root = folder.toRealPath();
        try (Bundler bundler = Bundler.open(TestProjects.open(root), BundleProfile.DEBUG)) {
            BuildOutcome.Failed failed = assertInstanceOf(BuildOutcome.Failed.class, bundler.build());
            assertEquals(
                    "The project's packages are not installed: run `npm install` in " + root + ".",
                    failed.problems().get(0).message());
        }
    }

    private static List<BuildProblem> problems(String project) {
        try (Bundler bundler = Bundler.open(TestProjects.open(project), BundleProfile.DEBUG)) {
            return assertInstanceOf(BuildOutcome.Failed.class, bundler.build()).problems();
        }
    }

    private static BuildProblem onlyProblem(String project) {
        List<BuildProblem> problems = problems(project);
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0);
    }
}
