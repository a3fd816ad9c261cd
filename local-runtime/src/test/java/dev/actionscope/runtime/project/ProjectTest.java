package dev.actionscope.runtime.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.project.ProjectException.Code;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void real_path() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void a_convex_folder_makes_a_project() throws Exception {
        write("app/convex/a.ts", "");
        Project project = Project.find(folder.resolve("app/convex/a.ts"));
        assertEquals(folder.resolve("app"), project.root());
        assertEquals("app", project.name());
        assertEquals("convex", project.functionsFolder());
        assertEquals("convex/a.ts", project.relative(folder.resolve("app/convex/a.ts")));
        assertEquals("../other.ts", project.relative(folder.resolve("other.ts")));
    }

    @Test
    void convex_json_names_the_functions_folder_and_the_external_packages() throws Exception {
        write("package.json", "{\"name\":\"shop\"}");
        write("src/backend/a.ts", "");
        write(
                "convex.json",
                "{\"functions\":\"./src/backend/\",\"node\":{\"nodeVersion\":\"22\",\"externalPackages\":[\"sharp\"]}}");
        Project project = Project.find(folder.resolve("src"));
        assertEquals("shop", project.name());
        assertEquals("src/backend", project.functionsFolder());
        assertEquals(List.of("sharp"), project.externalPackages());
        assertEquals("22", project.nodeVersion());
    }

    @Test
    void a_create_react_app_keeps_its_functions_in_src() throws Exception {
        write("package.json", "{\"dependencies\":{\"convex\":\"1\",\"react-scripts\":\"5\"}}");
        write("src/convex/a.ts", "");
        assertEquals("src/convex", Project.open(folder).functionsFolder());
    }

    @Test
    void the_nearest_project_is_found_and_the_package_convex_is_none() throws Exception {
        write("convex/a.ts", "");
        write("packages/inner/convex/a.ts", "");
        write("node_modules/convex/package.json", "{}");
        assertEquals(
                folder.resolve("packages/inner"),
                Project.find(folder.resolve("packages/inner/convex")).root());
        assertEquals(folder, Project.find(folder.resolve("packages")).root());
        assertEquals(folder, Project.find(folder.resolve("node_modules/convex")).root());
    }

    @Test
    void what_cannot_be_a_project_is_said_in_one_line() throws IOException {
        write("file.txt", "");
        write("dependent/package.json", "{\"devDependencies\":{\"convex\":\"1\"}}");
        write("listed/convex.json", "[]");
        write("broken/convex.json", "{\n  \"functions\": oops\n}");
        write("outside/convex.json", "{\"functions\":\"../elsewhere\"}");
        write("wrong/convex.json", "{\"functions\":7}");
        write("named/convex.json", "{\"functions\":\"a.txt\"}");
        write("named/a.txt", "");
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("loop"));
        Files.createSymbolicLink(folder.resolve("loop/convex"), Path.of("convex"));
        assertEquals(Code.NOT_A_FOLDER, code("file.txt"));
        assertEquals(Code.NOT_A_FOLDER, code("missing"));
        assertEquals(Code.NO_PROJECT, code("empty"));
        assertEquals(Code.NO_FUNCTIONS_FOLDER, code("dependent"));
        assertEquals(Code.BROKEN_CONFIG, code("listed"));
        assertEquals(Code.BROKEN_CONFIG, code("broken"));
        assertEquals(Code.BROKEN_CONFIG, code("wrong"));
        assertEquals(Code.FUNCTIONS_OUTSIDE, code("outside"));
        assertEquals(Code.NOT_A_FOLDER, code("named"));
        assertEquals(Code.NO_PROJECT, code("loop"));
        write("loop/convex.json", "{}");
        assertEquals(Code.SYMLINK_LOOP, code("loop"));
    }

    @Test
    void a_broken_convex_json_is_broken_at_a_place() throws IOException {
        write("convex.json", "{\n  \"functions\": oops\n}");
        ProjectException e = assertThrows(ProjectException.class, () -> Project.open(folder));
        assertEquals(new SourcePosition("convex.json", 2, 16), e.position());
        assertTrue(e.getMessage().startsWith(folder.resolve("convex.json") + ":2:16 is broken: "), e.getMessage());
    }

    @Test
    void entry_points_follow_convex_s_rules() throws Exception {
        for (String file :
                List.of("b.ts", "a.tsx", "c.js", "d.mjs", "e.cjs", "f.mts", "g.cts", "h.jsx", "dir/z.ts", "http.ts")) {
            write("convex/" + file, "export const x = 1;");
        }
        for (String file : List.of(
                "_generated/api.js",
                ".hidden.ts",
                "#temp.ts",
                "schema.ts",
                "a.test.ts",
                "auth.config.ts",
                "with space.ts",
                "dir with space/a.ts",
                "nested/convex.config.ts",
                "nested/inner.ts",
                "readme.md",
                "node_modules/x/index.js")) {
            write("convex/" + file, "export const x = 1;");
        }
        write("convex/types.ts", "interface Only { x: number }");
        write("convex/plain.js", "globalThis.x = 1;");
        write("convex/uses.ts", "const text = 1;\n   import './b';");
        EntryPoints points = EntryPoints.scan(Project.open(folder));
        assertEquals(
                List.of(
                        "a.js",
                        "b.js",
                        "c.js",
                        "d.js",
                        "dir/z.js",
                        "e.js",
                        "f.js",
                        "g.js",
                        "h.js",
                        "http.js",
                        "plain.js",
                        "uses.js"),
                points.functions().stream().map(EntryPoint::module).toList());
        assertEquals(List.of(), points.problems());
        assertEquals(folder.resolve("convex/schema.ts"), points.schema());
        assertEquals(folder.resolve("convex/auth.config.ts"), points.authConfig());
    }

    @Test
    void files_that_may_not_be_are_named() throws Exception {
        write("convex/_deps/a.ts", "export {};");
        write("convex/twice.js", "export {};");
        write("convex/twice.ts", "export {};");
        write("convex/http.ts", "'use node';\nexport {};");
        write("convex/actions/old.ts", "export {};");
        write("convex/actions/new.ts", "'use node';\nexport {};");
        write("convex/auth.config.ts", "");
        write("convex/auth.config.js", "");
        EntryPoints points = EntryPoints.scan(Project.open(folder));
        assertEquals(
                List.of(
                        "convex/_deps/a.ts",
                        "convex/actions/old.ts",
                        "convex/http.ts",
                        "convex/twice.ts",
                        "convex/auth.config.ts"),
                points.problems().stream().map(EntryPointProblem::file).toList());
        assertTrue(points.functions().stream()
                .filter(point -> point.module().equals("actions/new.js"))
                .allMatch(EntryPoint::isNode));
    }

    @Test
    void files_that_convex_would_not_deploy_are_warned_of() throws Exception {
        write("convex/my-actions.ts", "export {};");
        write("convex/fine/a_1.ts", "export {};");
        write("convex/" + "x".repeat(62) + ".ts", "export {};");
        write("convex/https.ts", "import { httpRouter } from \"convex/server\";");
        EntryPoints points = EntryPoints.scan(Project.open(folder));
        assertEquals(
                List.of("convex/https.ts", "convex/my-actions.ts", "convex/" + "x".repeat(62) + ".ts"),
                points.warnings().stream().map(EntryPointProblem::file).toList());
        assertEquals(List.of(), points.problems());
        assertEquals(4, points.functions().size());
    }

    @Test
    void use_node_counts_as_a_directive_only() {
        for (String source : List.of(
                "\"use node\";\nimport x from 'y';",
                "'use node'\nimport x from 'y'",
                "\uFEFF#!/usr/bin/env node\n// a\n/* b\n */ 'use strict'; \"use node\"",
                "\"use node\" /* same line\n */ import x from 'y'",
                "'use node'\n++x",
                "'use strict'\n'use node'\n!x")) {
            assertTrue(UseNodeDirective.isIn(source), source);
        }
        for (String source : List.of(
                "import x from 'y';\n'use node';",
                "const x = 'use node';",
                "// 'use node'\nimport x from 'y';",
                "'use node'.length;",
                "'use node'\n+ x;",
                "'use node'\n(x)",
                "'use node'\nin x",
                "'use node' as const;",
                "'use\\x20node';",
                "('use node');",
                "'use node",
                "/* 'use node'",
                "\"use node '")) {
            assertFalse(UseNodeDirective.isIn(source), source);
        }
    }

    private Code code(String name) {
        ProjectException e = assertThrows(ProjectException.class, () -> Project.open(folder.resolve(name)));
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        assertTrue(e.getMessage().contains(name), e.getMessage());
        return e.code();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
