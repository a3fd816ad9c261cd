package dev.actionscope.runtime.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.project.PackageState.Installed;
import dev.actionscope.runtime.project.PackageState.Missing;
import dev.actionscope.runtime.project.PackageState.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageStateTest {
    private static final String PLATFORM =
            PackageState.platform(System.getProperty("os.name"), System.getProperty("os.arch"));

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void make_a_project() throws IOException {
        root = temporary.toRealPath().resolve("app");
        Files.createDirectories(root.resolve("convex"));
        write("package.json", "{\"dependencies\":{\"convex\":\"1\"}}");
    }

    @Test
    void a_hoisted_layout_is_found() throws Exception {
        install("node_modules/convex", "1.2.3");
        install("node_modules/esbuild", "0.27.0");
        program("node_modules/@esbuild/" + PLATFORM, "0.27.0");
        Installed installed = installed();
        assertEquals("1.2.3", installed.convexVersion());
        assertEquals("0.27.0", installed.esbuildVersion());
        assertEquals(root.resolve("node_modules/@esbuild/" + PLATFORM + "/bin/esbuild"), installed.esbuild());
    }

    @Test
    void a_nested_esbuild_goes_before_another_package_s() throws Exception {
        install("node_modules/convex", "1");
        install("node_modules/esbuild", "0.18.0");
        program("node_modules/@esbuild/" + PLATFORM, "0.18.0");
        install("node_modules/convex/node_modules/esbuild", "0.27.0");
        program("node_modules/convex/node_modules/esbuild/node_modules/@esbuild/" + PLATFORM, "0.27.0");
        assertEquals("0.27.0", installed().esbuildVersion());
    }

    @Test
    void a_linked_layout_is_followed() throws Exception {
        String store = "node_modules/.pnpm/";
        install(store + "convex@1.48.0/node_modules/convex", "1.48.0");
        install(store + "esbuild@0.27.0/node_modules/esbuild", "0.27.0");
        program(store + "@esbuild+x@0.27.0/node_modules/@esbuild/" + PLATFORM, "0.27.0");
        link("node_modules/convex", store + "convex@1.48.0/node_modules/convex");
        link(store + "convex@1.48.0/node_modules/esbuild", store + "esbuild@0.27.0/node_modules/esbuild");
        link(
                store + "esbuild@0.27.0/node_modules/@esbuild/" + PLATFORM,
                store + "@esbuild+x@0.27.0/node_modules/@esbuild/" + PLATFORM);
        assertEquals("1.48.0", installed().convexVersion());
        assertTrue(installed().esbuild().toString().contains("@esbuild+x@0.27.0"));
    }

    @Test
    void a_workspace_shares_its_packages() throws Exception {
        install("../node_modules/convex", "1");
        install("../node_modules/esbuild", "0.27.0");
        program("../node_modules/@esbuild/" + PLATFORM, "0.27.0");
        assertEquals(root.resolveSibling("node_modules/convex"), installed().convex());
    }

    @Test
    void what_is_missing_is_said_with_the_command_of_the_project_s_tool() throws Exception {
        assertEquals(Reason.NODE_MODULES, missing().reason());
        assertEquals(
                "The project's packages are not installed: run `npm install` in " + root + ".",
                missing().message());
        write("pnpm-lock.yaml", "");
        assertTrue(missing().message().contains("`pnpm install`"), missing().message());
        install("node_modules/other", "1");
        assertEquals(Reason.CONVEX, missing().reason());
        install("node_modules/convex", "1");
        assertEquals(Reason.ESBUILD, missing().reason());
        install("node_modules/esbuild", "0.27.0");
        assertTrue(
                missing().message().contains("esbuild's program for " + PLATFORM),
                missing().message());
        program("node_modules/@esbuild/some-other", "0.27.0");
        assertTrue(
                missing().message().contains("another system (some-other, this is"),
                missing().message());
    }

    @Test
    void a_script_in_place_of_the_program_is_not_taken_for_it() throws Exception {
        install("node_modules/convex", "1");
        install("node_modules/esbuild", "0.27.0");
        write("node_modules/esbuild/bin/esbuild", "#!/usr/bin/env node");
        assertTrue(root.resolve("node_modules/esbuild/bin/esbuild").toFile().setExecutable(true));
        assertEquals(Reason.ESBUILD, missing().reason());
        write("node_modules/esbuild/bin/esbuild", "\u007FELF");
        assertEquals(
                root.resolve("node_modules/esbuild/bin/esbuild"), installed().esbuild());
    }

    @Test
    void a_project_that_does_not_name_convex_is_told_to_add_it() throws Exception {
        write("package.json", "{}");
        assertTrue(
                missing().message().contains("`npm install convex`"), missing().message());
    }

    @Test
    void plug_n_play_is_refused_with_a_way_out() throws Exception {
        write(".pnp.cjs", "");
        assertEquals(Reason.UNSUPPORTED_LAYOUT, missing().reason());
    }

    @Test
    void platforms_are_named_as_esbuild_names_them() {
        assertEquals("linux-x64", PackageState.platform("Linux", "amd64"));
        assertEquals("darwin-arm64", PackageState.platform("Mac OS X", "aarch64"));
        assertEquals("win32-x64", PackageState.platform("Windows 11", "amd64"));
        assertEquals("win32-ia32", PackageState.platform("Windows 10", "x86"));
        assertEquals("freebsd-x64", PackageState.platform("FreeBSD", "amd64"));
    }

    @Test
    void the_tool_is_known_by_package_json_or_by_its_lock_file() throws Exception {
        assertEquals(PackageTool.NPM, PackageTool.of(root));
        write("../yarn.lock", "");
        assertEquals(PackageTool.YARN, PackageTool.of(root));
        write("bun.lock", "");
        assertEquals(PackageTool.BUN, PackageTool.of(root));
        write("package.json", "{\"packageManager\":\"pnpm@9.1.0\"}");
        assertEquals(PackageTool.PNPM, PackageTool.of(root));
    }

    private Installed installed() throws ProjectException {
        return assertInstanceOf(Installed.class, PackageState.of(Project.open(root)));
    }

    private Missing missing() throws ProjectException {
        return assertInstanceOf(Missing.class, PackageState.of(Project.open(root)));
    }

    private void install(String folder, String version) throws IOException {
        write(folder + "/package.json", "{\"version\":\"" + version + "\"}");
    }

    private void program(String folder, String version) throws IOException {
        install(folder, version);
        write(folder + "/bin/esbuild", "");
        assertTrue(root.resolve(folder + "/bin/esbuild").toFile().setExecutable(true));
    }

    private void link(String from, String to) throws IOException {
        Path link = root.resolve(from);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, root.resolve(to));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file).normalize();
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
