package dev.actionscope.runtime.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.jspecify.annotations.Nullable;

/// One process of the runtime host, spoken to over its standard input and output.
final class HostProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HostProcess.class.getName());
    private static final int EXIT_OUT_OF_MEMORY = 3;

    private final Process process;
    private final RuntimeCommands commands;
    private final Future<?> reader;
    private final Deque<String> lastErrors = new ArrayDeque<>();
    private volatile @Nullable String killReason;
    private volatile boolean closing;

    private HostProcess(Process process, RuntimeEvents events) {
        this.process = process;
        Launcher<RuntimeCommands> launcher =
                HostWire.connect(events, RuntimeCommands.class, process.getInputStream(), process.getOutputStream());
        this.commands = launcher.getRemoteProxy();
        this.reader = launcher.startListening();
    }

    /// Starts the process.
    ///
    /// @param died called once with the reason when it ends without [#close]
    static HostProcess start(List<String> command, RuntimeEvents events, BiConsumer<HostProcess, String> died)
            throws IOException {
        HostProcess started = new HostProcess(new ProcessBuilder(command).start(), events);
        Thread.ofVirtual().name("runtime host errors").start(started::readErrors);
        started.process.onExit().thenAccept(_ -> {
            started.reader.cancel(true);
            if (!started.closing) {
                died.accept(started, started.reason());
            }
        });
        return started;
    }

    RuntimeCommands commands() {
        return commands;
    }

    private void readErrors() {
        try (BufferedReader errors = process.errorReader()) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                LOG.log(System.Logger.Level.DEBUG, line);
                synchronized (lastErrors) {
                    lastErrors.add(line);
                    if (lastErrors.size() > 20) {
                        lastErrors.remove();
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the host's error stream ended", e);
        }
    }

    private String reason() {
        String killed = killReason;
        if (killed != null) {
            return killed;
        }
        int status = process.exitValue();
        if (status == EXIT_OUT_OF_MEMORY) {
            return "it ran out of memory";
        }
        synchronized (lastErrors) {
            String last = lastErrors.peekLast();
            return "exit status " + status + (last == null ? "" : " (" + last + ")");
        }
    }

    /// Ends the process at once; it then counts as died for that reason.
    void kill(String reason) {
        killReason = reason;
        process.destroyForcibly();
    }

    @Override
    public void close() {
        closing = true;
        commands.shutdown();
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
