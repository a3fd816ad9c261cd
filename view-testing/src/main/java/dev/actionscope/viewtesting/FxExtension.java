package dev.actionscope.viewtesting;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts JavaFX once for all tests, hands a [FxScene] or [FxDriver] to a test that asks for one, closes every window
/// after each test, and fails the test if anything was thrown on the JavaFX thread meanwhile.
public final class FxExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FxExtension.class);

    /// What was thrown on the JavaFX thread and caught by nobody.
    record Toolkit(Queue<Throwable> uncaught) {
        static Toolkit start() {
            Toolkit toolkit = new Toolkit(new ConcurrentLinkedQueue<>());
            CountDownLatch started = new CountDownLatch(1);
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Thread.currentThread()
                        .setUncaughtExceptionHandler(
                                (thread, failure) -> toolkit.uncaught().add(failure));
                started.countDown();
            });
            try {
                if (!started.await(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("JavaFX did not start within 60 s");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while JavaFX was starting", interrupted);
            }
            return toolkit;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        toolkit(context);
    }

    private static Toolkit toolkit(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Toolkit.class, ignored -> Toolkit.start(), Toolkit.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FxThread.run(() -> List.copyOf(Window.getWindows()).reversed().forEach(Window::hide));
        Queue<Throwable> uncaught = toolkit(context).uncaught();
        Throwable first = uncaught.peek();
        uncaught.clear();
        if (first != null) {
            throw new AssertionError("thrown on the JavaFX thread: " + first, first);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FxScene.class || type == FxDriver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxScene.class ? new FxScene() : new FxDriver();
    }
}
