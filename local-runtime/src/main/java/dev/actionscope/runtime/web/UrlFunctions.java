package dev.actionscope.runtime.web;

import dev.actionscope.runtime.web.UrlParser.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// `URL` and `URLSearchParams`: scripts hold a URL as its text and its parts, and have each change made here.
final class UrlFunctions {
    private final UrlHost hosts;

    /// @param toAscii maps names that are not plain ASCII
    UrlFunctions(UnaryOperator<@Nullable String> toAscii) {
        this.hosts = new UrlHost(toAscii);
    }

    void addTo(Map<String, Object> members) {
        members.put("parseUrl", (ProxyExecutable) this::parse);
        members.put("changeUrl", (ProxyExecutable)
                arguments -> change(arguments[0].asString(), arguments[1].asString(), arguments[2].asString()));
        members.put("parseForm", (ProxyExecutable) arguments -> parseForm(arguments[0].asString()));
        members.put("writeForm", (ProxyExecutable) arguments -> writeForm(arguments[0]));
    }

    private @Nullable Object parse(Value[] arguments) {
        WebUrl base = null;
        if (!arguments[1].isNull()) {
            base = UrlParser.parse(hosts, arguments[1].asString(), null);
            if (base == null) {
                return null;
            }
        }
        WebUrl url = UrlParser.parse(hosts, arguments[0].asString(), base);
        return url == null ? null : parts(url);
    }

    /// In the order in which `url.js` reads them.
    private ProxyArray parts(WebUrl url) {
        return ProxyArray.fromArray(
                url.href(),
                url.scheme + ":",
                url.username,
                url.password,
                url.hostWithPort(),
                url.host == null ? "" : url.host,
                url.port == null ? "" : String.valueOf(url.port),
                url.pathname(),
                url.search(),
                url.hash(),
                origin(url));
    }

    private String origin(WebUrl url) {
        if (url.scheme.equals("blob")) {
            WebUrl inner = UrlParser.parse(hosts, url.pathname(), null);
            return inner != null && inner.scheme.matches("https?") ? inner.origin() : "null";
        }
        return url.origin();
    }

    /// The URL with one part changed as far as the standard lets it be.
    private ProxyArray change(String href, String part, String value) {
        WebUrl url = UrlParser.parse(hosts, href, null);
        if (url == null) {
            throw new IllegalArgumentException("not a URL: " + href);
        }
        switch (part) {
            case "protocol" -> UrlParser.change(hosts, url, value + ":", State.SCHEME_START);
            case "hostname" -> changeHostname(url, value);
            case "port" -> changePort(url, value);
            case "pathname" -> changePathname(url, value);
            case "search" -> changeSearch(url, value);
            case "hash" -> changeHash(url, value);
            default -> throw new IllegalArgumentException("no part of a URL: " + part);
        }
        return parts(url);
    }

    private void changeHostname(WebUrl url, String value) {
        if (url.opaquePath == null) {
            UrlParser.change(hosts, url, value, State.HOSTNAME);
        }
    }

    private void changePort(WebUrl url, String value) {
        if (url.cannotHavePort()) {
            return;
        }
        if (value.isEmpty()) {
            url.port = null;
        } else {
            UrlParser.change(hosts, url, value, State.PORT);
        }
    }

    private void changePathname(WebUrl url, String value) {
        if (url.opaquePath == null) {
            url.path.clear();
            UrlParser.change(hosts, url, value, State.PATH_START);
        }
    }

    private void changeSearch(WebUrl url, String value) {
        url.query = value.isEmpty() ? null : "";
        if (!value.isEmpty()) {
            UrlParser.change(hosts, url, value.startsWith("?") ? value.substring(1) : value, State.QUERY);
        }
    }

    private void changeHash(WebUrl url, String value) {
        url.fragment = value.isEmpty() ? null : "";
        if (!value.isEmpty()) {
            UrlParser.change(hosts, url, value.startsWith("#") ? value.substring(1) : value, State.FRAGMENT);
        }
    }

    /// Names and values by turns.
    private static ProxyArray parseForm(String text) {
        List<Object> pairs = new ArrayList<>();
        for (String sequence : text.split("&", -1)) {
            if (!sequence.isEmpty()) {
                int equals = sequence.indexOf('=');
                pairs.add(PercentEncoding.decodeForm(equals < 0 ? sequence : sequence.substring(0, equals)));
                pairs.add(equals < 0 ? "" : PercentEncoding.decodeForm(sequence.substring(equals + 1)));
            }
        }
        return ProxyArray.fromList(pairs);
    }

    /// @param pairs names and values by turns
    private static String writeForm(Value pairs) {
        StringJoiner text = new StringJoiner("&");
        for (long index = 0; index < pairs.getArraySize(); index += 2) {
            text.add(PercentEncoding.encodeForm(pairs.getArrayElement(index).asString()) + "="
                    + PercentEncoding.encodeForm(
                            pairs.getArrayElement(index + 1).asString()));
        }
        return text.toString();
    }
}
