package dev.actionscope.runtime.fetch;

/// URLs as the web writes them, made fit for [java.net.URI], which allows fewer characters.
final class UriText {
    private UriText() {}

    /// The URL with what [java.net.URI] refuses percent-encoded: `"<>\^` and the backtick, braces and bars everywhere,
    /// brackets after the host, percent signs that encode nothing.
    static String of(String url) {
        int path = pathStart(url);
        StringBuilder text = new StringBuilder(url.length()).append(url, 0, path);
        for (int index = path; index < url.length(); index++) {
            char character = url.charAt(index);
            boolean loosePercent = character == '%' && !isEncoded(url, index);
            if (loosePercent || "\"<>\\^`{|}[] ".indexOf(character) >= 0) {
                text.append('%').append(String.format("%02X", (int) character));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private static int pathStart(String url) {
        int authority = url.indexOf("://");
        int path = authority < 0 ? 0 : authority + 3;
        while (path < url.length() && "/?#".indexOf(url.charAt(path)) < 0) {
            path++;
        }
        return path;
    }

    private static boolean isEncoded(String url, int percent) {
        return percent + 2 < url.length()
                && Character.digit(url.charAt(percent + 1), 16) >= 0
                && Character.digit(url.charAt(percent + 2), 16) >= 0;
    }
}
