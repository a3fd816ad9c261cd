package dev.actionscope.runtime.fetch;

import java.util.regex.Pattern;

/// A URL with wildcards: `*` stands for anything within one path segment and the query after it, or within the query
/// once that has begun; `**` for anything.
///
/// @param text as it was written
record UrlPattern(String text, Pattern pattern) {

    static UrlPattern of(String text) {
        StringBuilder regex = new StringBuilder();
        boolean inQuery = false;
        int index = 0;
        while (index < text.length()) {
            char character = text.charAt(index);
            if (text.startsWith("**", index)) {
                regex.append(".*");
                index += 2;
            } else if (character == '*') {
                regex.append(star(inQuery, text.startsWith("/", index + 1)));
                index++;
            } else {
                inQuery |= character == '?';
                regex.append(Pattern.quote(String.valueOf(character)));
                index++;
            }
        }
        return new UrlPattern(text, Pattern.compile(regex + (hasNoPath(text) ? "/?" : ""), Pattern.DOTALL));
    }

    private static String star(boolean inQuery, boolean segmentGoesOn) {
        if (inQuery) {
            return "[^#]*";
        }
        return segmentGoesOn ? "[^/?#]*" : "[^/?#]*(?:\\?[^#]*)?";
    }

    /// `https://x.com` is what people write for `https://x.com/`.
    private static boolean hasNoPath(String text) {
        int authority = text.indexOf("://");
        return authority >= 0 && text.indexOf('/', authority + 3) < 0 && text.indexOf('?') < 0;
    }

    boolean matches(String url) {
        int fragment = url.indexOf('#');
        return pattern.matcher(fragment < 0 ? url : url.substring(0, fragment)).matches();
    }
}
