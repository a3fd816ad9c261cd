package dev.actionscope.app.workbench;

import dev.actionscope.app.settings.Settings;
import dev.actionscope.app.settings.SettingsStore;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A workbench on the headless screen, over a fake runtime and a copy of the sample project.
final class WorkbenchFixture {
    private final FxScene window = new FxScene();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Path> nextChoice = new AtomicReference<>();
    private final Path config;
    private final SampleProject project;
    private final FakeRuntime runtime;
    private @Nullable Workbench workbench;
    private @Nullable SettingsStore used;

    WorkbenchFixture(Path folder) throws IOException {
        config = folder.resolve("config");
        project = SampleProject.in(folder);
        runtime = new FakeRuntime(project);
    }

    SampleProject project() {
        return project;
    }

    FakeRuntime runtime() {
        return runtime;
    }

    Path config() {
        return config;
    }

    /// The next folder or file that the user chooses in a dialog of the desktop.
    void willChoose(Path path) {
        nextChoice.set(path);
    }

    /// Stores settings as if from an earlier start.
    void remembers(UnaryOperator<Settings> change) throws IOException {
        SettingsStore store = store(new ArrayList<>());
        Files.createDirectories(config);
        store.write(change.apply(store.readSettings()));
        store.flush();
    }

    /// Shows the start screen.
    WorkbenchFixture show(double width, double height) {
        List<String> warnings = new ArrayList<>();
        SettingsStore store = store(warnings);
        used = store;
        WorkbenchServices services = new WorkbenchServices(
                runtime,
                store,
                store.readSettings(),
                warnings,
                config,
                project.root(),
                null,
                new Choices(),
                background);
        window.show(
                width,
                height,
                () -> {
                    workbench = Workbench.create(services);
                    return workbench.root();
                },
                scene -> workbench().install(scene));
        return this;
    }

    Workbench workbench() {
        if (workbench == null) {
            throw new IllegalStateException("show it first");
        }
        return workbench;
    }

    FxScene window() {
        return window;
    }

    /// Opens the project and waits until the host has answered.
    void open() {
        FxThread.run(() -> workbench().open(project.root()));
        FxThread.waitUntil(
                "the project's state",
                () -> workbench().model().project().stateProperty().get() != null);
    }

    /// Runs a command as its key would.
    void command(String id) {
        FxThread.run(() -> {
            if (!workbench().commands().run(id)) {
                throw new AssertionError(id + " cannot be given now");
            }
        });
        FxThread.frames(2);
    }

    void picture(String name) {
        Snapshot.save(window.scene(), Snapshot.picture(name), 1);
    }

    void end() throws InterruptedException {
        if (workbench != null) {
            FxThread.run(workbench::close);
        }
        if (used != null) {
            used.flush();
        }
        runtime.end();
    }

    private SettingsStore store(List<String> warnings) {
        return new SettingsStore(config, background, warnings::add);
    }

    private final class Choices implements FileChoosers {
        @Override
        public @Nullable Path folder(@Nullable Window owner, String title, @Nullable Path start) {
            return nextChoice.getAndSet(null);
        }

        @Override
        public @Nullable Path file(@Nullable Window owner, String title, @Nullable Path start) {
            return nextChoice.getAndSet(null);
        }
    }
}
