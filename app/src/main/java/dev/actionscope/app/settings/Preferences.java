package dev.actionscope.app.settings;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is remembered, as it is now; every change is stored soon.
///
/// FX thread only; files are read and written elsewhere.
public final class Preferences {
    private final SettingsStore store;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<ProjectMemory> memory = new ReadOnlyObjectWrapper<>(ProjectMemory.EMPTY);
    private @Nullable Path project;
    private @Nullable Path opening;
    private boolean isClosed;

    /// @param initial what `store` held at the start
    public Preferences(SettingsStore store, Settings initial, Executor background, Executor fx) {
        this.store = store;
        this.background = background;
        this.fx = fx;
        this.settings = new ReadOnlyObjectWrapper<>(initial);
    }

    /// The user's settings.
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// The user's settings now.
    public Settings settings() {
        return settings.get();
    }

    /// What is remembered of the open project; nothing while none is open.
    public ProjectMemory memory() {
        return memory.get();
    }

    /// Changes the settings.
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        if (!isClosed && !changed.equals(settings.get())) {
            settings.set(changed);
            store.write(changed);
        }
    }

    /// Changes what is remembered of the open project; nothing when none is.
    public void changeProject(UnaryOperator<ProjectMemory> change) {
        ProjectMemory changed = change.apply(memory.get());
        if (!isClosed && project != null && !changed.equals(memory.get())) {
            memory.set(changed);
            store.write(project, changed);
        }
    }

    /// Reads what is remembered of a project; `done` runs on the FX thread, unless another was opened meanwhile.
    public void openProject(Path root, Runnable done) {
        closeProject();
        opening = root;
        background.execute(() -> {
            ProjectMemory read = store.readProject(root);
            fx.execute(() -> {
                if (root.equals(opening)) {
                    opening = null;
                    project = root;
                    memory.set(read);
                    done.run();
                }
            });
        });
    }

    /// Forgets the open project, not what is stored of it.
    public void closeProject() {
        project = null;
        opening = null;
        memory.set(ProjectMemory.EMPTY);
    }

    /// The window closes: later changes are not stored any more. What is not yet written is written soon.
    public void close() {
        isClosed = true;
        background.execute(store::flush);
    }
}
