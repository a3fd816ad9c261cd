package dev.actionscope.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.host.ProjectState.Stage;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class ProjectStatesViewTest {
    @TempDir
    private Path folder;

    private WorkbenchFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new WorkbenchFixture(folder);
    }

    @AfterEach
    void close() throws InterruptedException {
        fixture.end();
    }

    @Test
    void the_start_screen_lists_recent_projects_and_greys_missing_ones(FxDriver driver) throws IOException {
        Path other = Files.createDirectories(folder.resolve("blog-backend"));
        String gone = folder.resolve("gone").toString();
        fixture.remembers(settings -> settings.withRecent(gone)
                .withRecent(other.toString())
                .withRecent(fixture.project().root().toString()));
        fixture.show(1280, 800);
        driver.find("corner-shop");
        FxThread.waitUntil("recent projects", () -> driver.all(".recent-row").size() == 3);
        assertTrue(driver.find("gone").getParent().getParent().isDisabled());
        fixture.picture("start-dark");
        fixture.command("view.theme");
        fixture.picture("start-light");
        driver.click(driver.all(".recent-row").getLast().lookup(".tool-button"));
        FxThread.waitUntil(
                "the missing one to go", () -> driver.all(".recent-row").size() == 2);
        driver.click("corner-shop");
        driver.find("#gate-trust");
    }

    @Test
    void a_first_start_offers_a_folder_and_the_sample(FxDriver driver) {
        fixture.show(1280, 800);
        driver.find("Projects that you open are listed here.");
        fixture.picture("start-first");
        fixture.willChoose(fixture.project().root());
        driver.click("Open folder…");
        driver.find("#gate-trust");
    }

    @Test
    void nothing_runs_before_the_project_is_trusted(FxDriver driver) throws IOException {
        fixture.show(1280, 800).open();
        driver.find("#gate-trust");
        assertFalse(FxThread.call(() -> fixture.workbench().commands().run("run.start")));
        fixture.picture("trust-dark");
        fixture.command("view.theme");
        fixture.picture("trust-light");
        driver.click("Open read-only");
        FxThread.waitUntil("the question to go", () -> !driver.shows("#gate-trust"));
        driver.find("Read-only: this project is not trusted, so nothing of it runs.");
        fixture.picture("read-only");
        driver.click("#banner-action");
        driver.find("#arg-email");
        assertFalse(driver.shows("#banner"));
    }

    @Test
    void missing_packages_are_said_and_installed_with_live_output(FxDriver driver) throws IOException {
        fixture.runtime().openingAt(Stage.PACKAGES_MISSING);
        fixture.show(1280, 800).open();
        driver.find("node_modules is missing: convex and esbuild are needed to build the project.");
        fixture.picture("packages");
        driver.click("Run npm install");
        driver.find("#gate-installing");
        fixture.runtime().sayInstalled("npm http fetch GET 200 convex 214ms");
        for (int i = 1; i <= 40; i++) {
            fixture.runtime().sayInstalled("npm http fetch GET 200 @esbuild/linux-x64 part " + i + " of 40");
        }
        driver.find("npm http fetch GET 200 @esbuild/linux-x64 part 40 of 40");
        fixture.picture("install");
        driver.click("Cancel");
        driver.find("npm install was canceled.");
    }

    @Test
    void a_project_that_does_not_build_shows_its_problems_with_their_lines(FxDriver driver) throws IOException {
        fixture.runtime().openingAt(Stage.BUILDING);
        fixture.show(1280, 800).open();
        driver.find("#gate-building");
        fixture.picture("building");
        fixture.runtime()
                .say(fixture.project().at(Stage.BROKEN, "", fixture.project().problems()));
        driver.find("The project does not build, so nothing can be run. 2 problems.");
        driver.find("convex/orders.ts:34:11");
        fixture.picture("broken-dark");
        fixture.command("view.theme");
        fixture.picture("broken-light");
    }

    @Test
    void the_last_good_build_stays_in_use_when_an_edit_breaks_it(FxDriver driver) throws IOException {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        fixture.runtime().say(fixture.project().stale(fixture.project().problems()));
        driver.find("The newest build failed. Last good build is still in use. 2 problems.");
        assertTrue(FxThread.call(() -> fixture.workbench().model().canRun()));
        fixture.picture("stale");
        fixture.runtime().say(fixture.project().at(Stage.READY, ""));
        FxThread.waitUntil("the banner to go", () -> !driver.shows("#banner"));
    }

    @Test
    void a_folder_without_a_project_says_what_to_do(FxDriver driver) {
        fixture.runtime().openingAt(Stage.UNUSABLE);
        fixture.show(1280, 800).open();
        driver.find("This folder cannot be opened as a Convex project");
        fixture.picture("unusable");
        driver.click("Close");
        driver.find("#start-screen");
    }

    @Test
    void a_host_that_dies_is_replaced_and_told_of_in_one_line(FxDriver driver) {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        fixture.runtime().die("it was killed (signal 9).");
        driver.find("The runtime ended: it was killed (signal 9). A new one is starting.");
        FxThread.waitUntil("a second host", () -> fixture.runtime().starts() == 2);
        FxThread.waitUntil("functions again", () -> fixture.workbench().model().canRun());
        assertEquals(2, fixture.runtime().starts());
    }
}
