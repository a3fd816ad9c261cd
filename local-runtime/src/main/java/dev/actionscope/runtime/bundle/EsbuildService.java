package dev.actionscope.runtime.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A running esbuild, spoken to over its pipes by the protocol of its own JavaScript library. When its input closes,
/// also because this process died, it ends. Thread-safe; requests may overlap.
final class EsbuildService implements AutoCloseable {
    private static final Pattern OTHER_VERSION = Pattern.compile("does not match binary version \"([^\"]+)\"");
    private static final int KEPT_ERROR_TEXT = 4096;

    private final Process process;
    private final OutputStream toChild;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicInteger nextRequest = new AtomicInteger();
    private final AtomicInteger nextBuild = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final Map<Integer, Callbacks> builds = new ConcurrentHashMap<>();
    private final CompletableFuture<String> greeting = new CompletableFuture<>();
    private final StringBuilder errorText = new StringBuilder();
    private final Thread errorReader =
            Thread.ofPlatform().daemon().name("esbuild-errors").unstarted(this::readErrors);
    private volatile @Nullable EsbuildException ended;

    private EsbuildService(Process process) {
        this.process = process;
        this.toChild = process.getOutputStream();
    }

    /// What esbuild asks back during a build.
    interface Callbacks {
        /// The answer to a request such as `on-resolve`; on a virtual thread.
        ObjectNode answer(String command, JsonNode request) throws IOException;
    }

    /// Starts the program and waits until it has said its version. A wrong `version` is corrected from its complaint.
    static EsbuildService start(Path program, String version, Path folder) throws EsbuildException {
        EsbuildService service = launch(program, version, folder);
        try {
            service.greeting.get(20, TimeUnit.SECONDS);
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            service.kill();
            throw new EsbuildException("Interrupted while esbuild was starting.", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            service.awaitErrorText();
            service.kill();
            Matcher other = OTHER_VERSION.matcher(service.errorText());
            if (other.find() && !other.group(1).equals(version)) {
                return start(program, other.group(1), folder);
            }
            throw new EsbuildException(
                    "esbuild (" + program + ") did not start: " + service.lastErrorLine("it said nothing") + ".", e);
        }
    }

    private static EsbuildService launch(Path program, String version, Path folder) throws EsbuildException {
        try {
            Process process = new ProcessBuilder(program.toString(), "--service=" + version)
                    .directory(folder.toFile())
                    .start();
            EsbuildService service = new EsbuildService(process);
            service.errorReader.start();
            Thread.ofPlatform().daemon().name("esbuild-answers").start(service::readAnswers);
            return service;
        } catch (IOException e) {
            throw new EsbuildException("esbuild (" + program + ") cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /// A number for a new build, under which its callbacks arrive.
    int register(Callbacks callbacks) {
        int key = nextBuild.getAndIncrement();
        builds.put(key, callbacks);
        return key;
    }

    void unregister(int key) {
        builds.remove(key);
    }

    /// Sends a request. The future fails with [EsbuildException] when esbuild refuses it or ends first.
    CompletableFuture<JsonNode> request(ObjectNode value) {
        int id = nextRequest.getAndIncrement();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        EsbuildException reason = ended;
        if (reason != null) {
            pending.remove(id);
            answer.completeExceptionally(reason);
            return answer;
        }
        try {
            write(new EsbuildPacket(id, false, value));
        } catch (IOException e) {
            end("esbuild ended: " + lastErrorLine(String.valueOf(e.getMessage())) + ".", e);
        }
        return answer;
    }

    boolean isAlive() {
        return ended == null && process.isAlive();
    }

    /// The process's id, for those who watch over it.
    long processId() {
        return process.pid();
    }

    @Override
    public void close() {
        end("esbuild was closed.", null);
        try {
            toChild.close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        process.destroyForcibly();
    }

    private void write(EsbuildPacket packet) throws IOException {
        byte[] bytes = packet.encode();
        writing.lock();
        try {
            toChild.write(bytes);
            toChild.flush();
        } finally {
            writing.unlock();
        }
    }

    private void readAnswers() {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            byte[] version = EsbuildPacket.readBody(in);
            if (version != null) {
                greeting.complete(new String(version, StandardCharsets.UTF_8));
            }
            for (byte[] body = EsbuildPacket.readBody(in); body != null; body = EsbuildPacket.readBody(in)) {
                receive(EsbuildPacket.decode(body));
            }
            end("esbuild ended: " + lastErrorLine("its output closed") + ".", null);
        } catch (IOException e) {
            end("esbuild ended: " + lastErrorLine(String.valueOf(e.getMessage())) + ".", e);
        }
    }

    private void receive(EsbuildPacket packet) {
        if (!packet.isAnswer()) {
            Thread.ofVirtual().name("esbuild-callback").start(() -> answer(packet));
            return;
        }
        CompletableFuture<JsonNode> answer = pending.remove(packet.id());
        if (answer == null) {
            return;
        }
        JsonNode error = packet.value().path("error");
        if (error.isString()) {
            answer.completeExceptionally(new EsbuildException(error.stringValue(), null));
        } else {
            answer.complete(packet.value());
        }
    }

    private void answer(EsbuildPacket packet) {
        String command = packet.value().path("command").asString("");
        Callbacks callbacks = builds.get(packet.value().path("key").asInt(-1));
        ObjectNode answer;
        try {
            answer = callbacks == null
                    ? JsonNodeFactory.instance.objectNode()
                    : callbacks.answer(command, packet.value());
        } catch (IOException | RuntimeException e) {
            answer = JsonNodeFactory.instance.objectNode();
            answer.set("errors", errors(e));
        }
        try {
            write(new EsbuildPacket(packet.id(), true, answer));
        } catch (IOException e) {
            end("esbuild ended: " + lastErrorLine(String.valueOf(e.getMessage())) + ".", e);
        }
    }

    private static ArrayNode errors(Exception e) {
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        ObjectNode error = errors.addObject();
        error.put("id", "").put("pluginName", "").put("text", String.valueOf(e.getMessage()));
        error.putNull("location");
        error.putArray("notes");
        error.put("detail", -1);
        return errors;
    }

    private void readErrors() {
        try (InputStream in = process.getErrorStream()) {
            byte[] chunk = new byte[4096];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                keep(new String(chunk, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            System.getLogger(EsbuildService.class.getName())
                    .log(System.Logger.Level.DEBUG, "esbuild's error output ended", e);
        }
    }

    private void keep(String text) {
        synchronized (errorText) {
            errorText.append(text);
            errorText.delete(0, Math.max(0, errorText.length() - KEPT_ERROR_TEXT));
        }
    }

    private String errorText() {
        synchronized (errorText) {
            return errorText.toString();
        }
    }

    /// Before the process is killed: that closes its streams, and what it said last would be lost.
    private void awaitErrorText() {
        try {
            errorReader.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastErrorLine(String otherwise) {
        return errorText()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse(otherwise);
    }

    private synchronized void end(String message, @Nullable Throwable cause) {
        if (ended != null) {
            return;
        }
        EsbuildException reason = new EsbuildException(message, cause);
        ended = reason;
        greeting.completeExceptionally(reason);
        for (Integer id : List.copyOf(pending.keySet())) {
            CompletableFuture<JsonNode> answer = pending.remove(id);
            if (answer != null) {
                answer.completeExceptionally(reason);
            }
        }
        builds.clear();
    }
}
