package dev.actionscope.runtime.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A URL's parts while it is parsed or changed. <https://url.spec.whatwg.org/#url-representation>
final class WebUrl {
    /// The special schemes with their ports; `file` has none.
    private static final Map<String, Integer> SPECIAL =
            Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

    String scheme = "";
    String username = "";
    String password = "";

    @Nullable
    String host;

    @Nullable
    Integer port;

    /// Not null when the path is opaque, as in `mailto:`.
    @Nullable
    String opaquePath;

    List<String> path = new ArrayList<>();

    @Nullable
    String query;

    @Nullable
    String fragment;

    static boolean isSpecial(String scheme) {
        return SPECIAL.containsKey(scheme);
    }

    boolean isSpecial() {
        return isSpecial(scheme);
    }

    boolean isFile() {
        return scheme.equals("file");
    }

    boolean isDefaultPort(int number) {
        Integer usual = SPECIAL.get(scheme);
        return usual != null && usual == number;
    }

    boolean hasCredentials() {
        return !username.isEmpty() || !password.isEmpty();
    }

    boolean cannotHavePort() {
        return host == null || host.isEmpty() || isFile();
    }

    void copyAuthority(WebUrl other) {
        username = other.username;
        password = other.password;
        host = other.host;
        port = other.port;
    }

    void copyPath(WebUrl other) {
        opaquePath = other.opaquePath;
        path = new ArrayList<>(other.path);
    }

    /// Takes the last segment away, but not a drive.
    void shortenPath() {
        if (isFile() && path.size() == 1 && path.getFirst().matches("[A-Za-z]:")) {
            return;
        }
        if (!path.isEmpty()) {
            path.removeLast();
        }
    }

    String hostWithPort() {
        return host == null ? "" : port == null ? host : host + ":" + port;
    }

    String pathname() {
        if (opaquePath != null) {
            return opaquePath;
        }
        StringBuilder text = new StringBuilder();
        path.forEach(segment -> text.append('/').append(segment));
        return text.toString();
    }

    String search() {
        return query == null || query.isEmpty() ? "" : "?" + query;
    }

    String hash() {
        return fragment == null || fragment.isEmpty() ? "" : "#" + fragment;
    }

    String href() {
        StringBuilder text = new StringBuilder(scheme).append(':');
        if (host != null) {
            text.append("//");
            if (hasCredentials()) {
                text.append(username)
                        .append(password.isEmpty() ? "" : ":" + password)
                        .append('@');
            }
            text.append(hostWithPort());
        } else if (opaquePath == null && path.size() > 1 && path.getFirst().isEmpty()) {
            text.append("/.");
        }
        text.append(pathname());
        return text.append(query == null ? "" : "?" + query)
                .append(fragment == null ? "" : "#" + fragment)
                .toString();
    }

    /// `null` for schemes that have none.
    String origin() {
        return isSpecial() && !isFile() ? scheme + "://" + hostWithPort() : "null";
    }
}
