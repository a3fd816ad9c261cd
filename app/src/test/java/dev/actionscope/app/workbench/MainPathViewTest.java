package dev.actionscope.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.app.arguments.JsonText;
import dev.actionscope.app.run.RunState;
import dev.actionscope.inspector.model.SourceLabel;
import dev.actionscope.runtime.host.ProjectState.Stage;
import dev.actionscope.runtime.host.RunRequest;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class MainPathViewTest {
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
    void from_the_start_screen_to_a_finding_in_the_source(FxDriver driver) throws IOException {
        fixture.show(1600, 1000);
        driver.click("Open sample project");
        driver.click("Trust and build");
        driver.find("#arg-email");
        assertEquals("orders:checkout", chosen());
        driver.click("#run-panel-run");
        driver.find("#result-line");
        RunRequest request = fixture.runtime().requests().getFirst();
        assertEquals("orders:checkout", request.function());
        assertEquals(
                JsonText.parse(
                        "{\"email\":\"ada@example.com\",\"lines\":[{\"sku\":\"mug\",\"quantity\":2}],\"country\":\"de\"}"),
                request.arguments());
        assertTrue(String.valueOf(request.stubsFile()).endsWith("stubs.json"));

        selectsASpanAndSeesItsLine(driver);
        jumpsFromAFinding(driver);
        fixture.command("view.calls");
        fixture.picture("workbench-dark-1600");
        fixture.command("view.theme");
        fixture.picture("workbench-light-1600");
    }

    @Test
    void a_small_window_shows_a_run_too(FxDriver driver) throws IOException {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        driver.press(KeyCode.F5);
        driver.find("#result-line");
        selectsASpanAndSeesItsLine(driver);
        fixture.picture("workbench-dark-1280");
        fixture.command("view.theme");
        fixture.picture("workbench-light-1280");
    }

    private void selectsASpanAndSeesItsLine(FxDriver driver) throws IOException {
        driver.click("shipping:estimate");
        int line = fixture.project()
                .position("convex/orders.ts", "ctx.runAction(internal.shipping")
                .line();
        FxThread.waitUntil("the span's line", () -> caret().equals("convex/orders.ts:" + line));
    }

    private void jumpsFromAFinding(FxDriver driver) throws IOException {
        fixture.command("view.findings");
        SourcePosition place = fixture.project().position("convex/orders.ts", "track(\"checkout\"");
        driver.click(SourceLabel.of(place));
        FxThread.waitUntil("the finding's line", () -> caret().equals("convex/orders.ts:" + place.line()));
    }

    @Test
    void the_keyboard_alone_is_enough(FxDriver driver) {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        driver.press(KeyCode.CONTROL, KeyCode.E);
        driver.find("#palette-field");
        driver.type("paycoll");
        driver.press(KeyCode.ENTER);
        FxThread.waitUntil("the function", () -> chosen().equals("payments:collect"));
        driver.press(KeyCode.F5);
        driver.find("#result-line");
        assertEquals("payments:collect", fixture.runtime().requests().getFirst().function());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        driver.type("theme");
        driver.press(KeyCode.ENTER);
        FxThread.waitUntil(
                "the light theme",
                () -> fixture.workbench()
                        .model()
                        .preferences()
                        .settings()
                        .theme()
                        .equals("light"));
        driver.press(KeyCode.F1);
        driver.find("Keyboard");
        fixture.picture("keys");
        driver.press(KeyCode.ESCAPE);
        FxThread.waitUntil("the sheet to go", () -> !driver.shows(".key-sheet"));
    }

    @Test
    void a_run_can_be_stopped(FxDriver driver) {
        fixture.runtime().openingAt(Stage.READY).holdRuns();
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        driver.press(KeyCode.F5);
        driver.find("#run-panel-stop");
        fixture.picture("running");
        driver.press(KeyCode.SHIFT, KeyCode.F5);
        driver.find("#result-line");
        assertEquals(
                "canceled",
                FxThread.call(
                        () -> fixture.workbench().model().run().stateProperty().get() instanceof RunState.Ended ended
                                ? ended.result().status().id()
                                : ""));
    }

    @Test
    void a_run_that_fails_shows_its_frames(FxDriver driver) throws IOException {
        fixture.runtime().openingAt(Stage.READY).nextRun(SampleRun.failing(fixture.project()));
        fixture.show(1600, 1000).open();
        driver.find("#arg-email");
        driver.press(KeyCode.F5);
        driver.find("#result-line");
        fixture.command("view.result");
        fixture.picture("failed");
    }

    @Test
    void a_run_whose_host_dies_is_canceled(FxDriver driver) {
        fixture.runtime().openingAt(Stage.READY).holdRuns();
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        driver.press(KeyCode.F5);
        driver.find("#run-panel-stop");
        fixture.runtime().die("it used more than 2 GB.");
        driver.find(
                "The runtime ended: it used more than 2 GB. orders:checkout was canceled; what it recorded is kept. "
                        + "A new one is starting.");
        driver.find("canceled · orders:checkout");
        fixture.picture("host-died");
    }

    @Test
    void the_palette_finds_commands_files_and_functions(FxDriver driver) {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.find("#palette-field");
        fixture.picture("palette-commands");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.P);
        driver.find("#palette-field");
        driver.type("ship");
        driver.find("shipping.ts");
        fixture.picture("palette-files");
    }

    @Test
    void every_kind_of_argument_has_its_field(FxDriver driver) {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 1000).open();
        driver.find("#arg-email");
        driver.press(KeyCode.CONTROL, KeyCode.E);
        driver.type("payments:collect");
        driver.press(KeyCode.ENTER);
        driver.find("#arg-card");
        for (String optional : new String[] {"orderId", "points", "labels", "extra"}) {
            driver.click("#arg-" + optional + "-set");
        }
        driver.click("#arg-labels-add");
        driver.click("#arg-points");
        driver.type("12x");
        driver.find("“12x” is not whole.");
        fixture.picture("form");
        driver.click("#arguments-json");
        fixture.picture("form-json");
    }

    @Test
    void a_paste_that_would_freeze_the_window_goes_to_a_file(FxDriver driver) {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        driver.click("#arguments-json");
        driver.click(driver.find("#arguments-json", TextArea.class));
        FxThread.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("{\"text\": \"" + "x".repeat(5_000_000) + "\"}");
            Clipboard.getSystemClipboard().setContent(content);
        });
        driver.press(KeyCode.CONTROL, KeyCode.V);
        driver.find("pasted-arguments.json · 5 MB\nToo large to be edited here; it is read when the function runs.");
        driver.press(KeyCode.F5);
        driver.find("#result-line");
        assertEquals(
                5_000_000,
                fixture.runtime()
                        .requests()
                        .getFirst()
                        .arguments()
                        .path("text")
                        .stringValue()
                        .length());
    }

    @Test
    void unsaved_changes_are_asked_about_before_the_project_closes(FxDriver driver) throws IOException {
        fixture.runtime().openingAt(Stage.READY);
        fixture.show(1280, 800).open();
        driver.find("#arg-email");
        FxThread.waitUntil("the source", () -> !caret().isEmpty());
        driver.press(KeyCode.ESCAPE);
        FxThread.run(() -> fixture.workbench().editor().focus());
        driver.type("// edited ");
        fixture.command("project.close");
        driver.find("orders.ts is not saved");
        fixture.picture("unsaved");
        driver.click("Save all");
        driver.find("#start-screen");
        assertTrue(Files.readString(fixture.project().root().resolve("convex/orders.ts"))
                .contains("// edited "));
    }

    private String chosen() {
        return FxThread.call(() -> {
            var function = fixture.workbench().model().desk().chosenProperty().get();
            return function == null ? "" : function.path();
        });
    }

    private String caret() {
        return fixture.workbench().editor().place();
    }
}
