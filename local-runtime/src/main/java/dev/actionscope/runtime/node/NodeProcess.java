package dev.actionscope.runtime.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One Node process, spoken to in JSON lines. Messages that come before somebody listens wait.
final class NodeProcess implements AutoCloseable {
    private static final int OLD_SPACE_MEGABYTES = 512;

    private final Process process;
    private final Writer writer;
    private final Deque<JsonNode> early = new ArrayDeque<>();
    private @Nullable Listener listener;
    private @Nullable String endReason;
    private volatile String lastError = "";

    interface Listener {
        /// One message; called by one thread, in order.
        void heard(JsonNode message);

        /// The process is gone; nothing follows.
        void ended(String reason);
    }

    private NodeProcess(Process process) {
        this.process = process;
        this.writer = process.outputWriter(StandardCharsets.UTF_8);
    }

    static NodeProcess start(Path program, Path folder, NodeBundle files) throws IOException {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    "node", "--max-old-space-size=" + OLD_SPACE_MEGABYTES, "--no-warnings", program.toString()));
            builder.directory(folder.toFile());
            builder.environment().put("TZ", "UTC");
            builder.environment().remove("NODE_OPTIONS");
            process = builder.start();
        } catch (IOException e) {
            throw new IOException(NodeRuntime.NO_NODE, e);
        }
        NodeProcess started = new NodeProcess(process);
        Thread.ofVirtual().name("node output").start(started::read);
        Thread.ofVirtual().name("node errors").start(started::readErrors);
        return started;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void listen(Listener newListener) {
        synchronized (early) {
            listener = newListener;
            early.forEach(newListener::heard);
            early.clear();
            if (endReason != null) {
                newListener.ended(endReason);
            }
        }
    }

    void send(JsonNode message) {
        synchronized (writer) {
            try {
                writer.write(message.toString());
                writer.write('\n');
                writer.flush();
            } catch (IOException e) {
                System.getLogger(NodeProcess.class.getName())
                        .log(System.Logger.Level.DEBUG, "node has gone; its end is heard on its output", e);
            }
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            lastError = String.valueOf(e.getMessage());
        }
        int status = awaitExit();
        synchronized (early) {
            endReason = status == 134 || lastError.contains("heap out of memory")
                    ? "JavaScript execution ran out of memory (maximum memory usage: " + OLD_SPACE_MEGABYTES + " MB)"
                    : "Node ended with status " + status + (lastError.isEmpty() ? "" : ": " + lastError);
            if (listener != null) {
                listener.ended(endReason);
            }
        }
    }

    private int awaitExit() {
        try {
            return process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void heard(String line) {
        JsonNode message;
        try {
            message = JsonMapper.shared().readTree(line);
        } catch (JacksonException _) {
            lastError = line;
            return;
        }
        synchronized (early) {
            if (listener == null) {
                early.add(message);
            } else {
                listener.heard(message);
            }
        }
    }

    private void readErrors() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !lastError.contains("heap out of memory")) {
                    lastError = line.strip();
                }
            }
        } catch (IOException e) {
            lastError = String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
