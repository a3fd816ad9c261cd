package dev.actionscope.runtime.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// An HTTP server on loopback with an answer for every way a response can be.
final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch goOn = new CountDownLatch(1);

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", LoopbackServer::echo);
        server.createContext("/text", exchange -> reply(exchange, 200, bytes("hällo")));
        server.createContext("/missing", exchange -> reply(exchange, 404, bytes("nothing here")));
        server.createContext("/empty", exchange -> reply(exchange, 204, new byte[0]));
        server.createContext("/gzip", exchange -> encoded(exchange, "gzip"));
        server.createContext("/deflate", exchange -> encoded(exchange, "deflate"));
        server.createContext("/cookies", exchange -> {
            exchange.getResponseHeaders().put("Set-Cookie", List.of("a=1", "b=2"));
            reply(exchange, 200, bytes("ok"));
        });
        server.createContext("/redirect", LoopbackServer::redirect);
        server.createContext("/drip", this::drip);
        server.createContext("/hang", this::hang);
        server.createContext("/broken", LoopbackServer::broken);
        server.createContext("/large", exchange -> reply(exchange, 200, new byte[3_000_000]));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Lets what hangs go on.
    void goOn() {
        goOn.countDown();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        TreeMap<String, Object> seen = new TreeMap<>();
        seen.put("method", exchange.getRequestMethod());
        seen.put("uri", exchange.getRequestURI().toString());
        seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        TreeMap<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
        seen.put("headers", headers);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply(exchange, 200, new JsonMapper().writeValueAsBytes(seen));
    }

    private static void encoded(HttpExchange exchange, String encoding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                encoding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(bytes("squeezed ".repeat(500)));
        }
        exchange.getResponseHeaders().set("Content-Encoding", encoding);
        reply(exchange, 200, bytes.toByteArray());
    }

    /// `/redirect/STATUS/TARGET`; without a target to itself, for ever.
    private static void redirect(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getRawPath().split("/", 4);
        String target = parts.length > 3 ? java.net.URLDecoder.decode(parts[3], StandardCharsets.UTF_8) : "";
        exchange.getResponseHeaders()
                .set("Location", target.isEmpty() ? exchange.getRequestURI().toString() : target);
        reply(exchange, Integer.parseInt(parts[2]), bytes("moved"));
    }

    /// Sends one piece, and the other when it may go on.
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes("one "));
            body.flush();
            await();
            body.write(bytes("two"));
        }
    }

    private void hang(HttpExchange exchange) throws IOException {
        await();
        reply(exchange, 200, bytes("late"));
    }

    private void await() throws IOException {
        try {
            if (!goOn.await(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody said to go on");
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /// Promises more than it sends.
    private static void broken(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(bytes("half"));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean without = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, without ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(without ? new byte[0] : body);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
