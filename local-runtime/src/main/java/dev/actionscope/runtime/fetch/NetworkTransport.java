package dev.actionscope.runtime.fetch;

import dev.actionscope.runtime.seam.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The network, by the JDK's HTTP client: HTTP/2 where the server offers it, no cookies, no cache, no redirects.
public final class NetworkTransport implements FetchTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    /// Headers that belong to the connection; the client sets them itself.
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("fetch-", 0).factory());
    private @Nullable HttpClient client;
    private boolean closed;

    /// Made when the first request is: it loads the certificates, which takes longer than many a run.
    private synchronized HttpClient client() throws FetchException {
        if (closed) {
            throw new FetchException("the network is closed: its run has ended");
        }
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .executor(executor)
                    .build();
            client = made;
        }
        return made;
    }

    @Override
    public FetchResponse send(Operation.Fetch request) throws FetchException, InterruptedException {
        HttpRequest prepared = prepare(request);
        try {
            HttpResponse<InputStream> response = client().send(prepared, BodyHandlers.ofInputStream());
            List<Map.Entry<String, String>> headers = response.headers().map().entrySet().stream()
                    .filter(header -> !header.getKey().startsWith(":"))
                    .flatMap(header -> header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
                    .collect(Collectors.toList());
            boolean named = response.version() == HttpClient.Version.HTTP_1_1;
            return new FetchResponse(
                    response.statusCode(),
                    named ? ReasonPhrases.of(response.statusCode()) : "",
                    headers,
                    ContentDecoding.decoded(
                            response.body(),
                            response.headers().firstValue("content-encoding").orElse("")));
        } catch (IOException failure) {
            throw FetchException.sending(request.url(), causeOf(failure), failure);
        }
    }

    private static HttpRequest prepare(Operation.Fetch request) throws FetchException {
        try {
            URI uri = new URI(UriText.of(request.url()));
            boolean secure = "https".equals(uri.getScheme());
            if (!secure && !"http".equals(uri.getScheme())) {
                throw new FetchException("fetch only supports http and https, not " + uri.getScheme() + ":");
            }
            HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                    .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
            addHeaders(builder, request.headers());
            byte[] body = request.body();
            return builder.method(
                            request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                    .build();
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw FetchException.sending(request.url(), "builder error: " + malformed.getMessage(), malformed);
        }
    }

    private static void addHeaders(HttpRequest.Builder builder, List<Map.Entry<String, String>> headers) {
        Set<String> given = headers.stream()
                .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        headers.stream()
                .filter(header -> !OWN_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> builder.header(header.getKey(), header.getValue()));
        Map.of("accept", "*/*", "accept-encoding", "gzip, deflate", "user-agent", "Convex/1.0")
                .forEach((name, value) -> {
                    if (!given.contains(name)) {
                        builder.header(name, value);
                    }
                });
    }

    /// The chain of causes in the words of Convex's own HTTP client.
    private static String causeOf(IOException failure) {
        if (find(failure, UnresolvedAddressException.class) != null
                || find(failure, UnknownHostException.class) != null) {
            return FaultText.DNS;
        }
        if (find(failure, HttpConnectTimeoutException.class) != null) {
            return FaultText.TIMEOUT;
        }
        SSLException secure = find(failure, SSLException.class);
        if (secure != null) {
            return "client error (Connect): " + secure.getMessage();
        }
        ConnectException connect = find(failure, ConnectException.class);
        if (connect != null) {
            return FaultText.REFUSED;
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("reset")) {
            return FaultText.RESET;
        }
        return message.contains("received no bytes") || message.contains("EOF")
                ? "client error (SendRequest): connection closed before message completed"
                : "client error (SendRequest): " + message;
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
        }
        executor.shutdownNow();
    }
}
