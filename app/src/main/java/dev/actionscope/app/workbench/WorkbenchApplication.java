package dev.actionscope.app.workbench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The workbench as a JavaFX application; whoever starts it says what its services are.
public abstract class WorkbenchApplication extends Application {
    private static final System.Logger LOG = System.getLogger(WorkbenchApplication.class.getName());

    private @Nullable WorkbenchServices services;
    private @Nullable Workbench workbench;

    /// What the workbench needs; called once, before there is a window, not on the FX thread.
    ///
    /// @throws IOException when the workbench cannot be started
    protected abstract WorkbenchServices services() throws IOException;

    @Override
    public final void init() throws IOException {
        services = services();
    }

    @Override
    public final void start(Stage stage) {
        WorkbenchServices given = services;
        if (given == null) {
            throw new IllegalStateException("init has not been called");
        }
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, failure) -> LOG.log(System.Logger.Level.ERROR, "a fault in the window", failure));
        workbench = Workbench.create(given, stage);
    }

    /// Waits for settings to be written and the host to be told; two seconds at most.
    @Override
    public final void stop() throws InterruptedException {
        if (services != null) {
            services.background().shutdown();
            if (!services.background().awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "some work was still going on when the window closed");
            }
        }
    }
}
