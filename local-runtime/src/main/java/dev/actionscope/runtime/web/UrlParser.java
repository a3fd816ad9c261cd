package dev.actionscope.runtime.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parser of the URL standard, state by state. <https://url.spec.whatwg.org/#concept-basic-url-parser>
final class UrlParser {
    private static final int END = -1;

    private final UrlHost hosts;
    private final int[] input;
    private final @Nullable WebUrl base;
    private final WebUrl url;
    private final @Nullable State override;
    private final StringBuilder buffer = new StringBuilder();
    private State state;
    private int pointer;
    private boolean seenAt;
    private boolean seenPassword;
    private boolean inBrackets;

    private UrlParser(UrlHost hosts, String text, @Nullable WebUrl base, WebUrl url, @Nullable State override) {
        this.hosts = hosts;
        this.input = text.replaceAll("[\t\n\r]", "").codePoints().toArray();
        this.base = base;
        this.url = url;
        this.override = override;
        this.state = override == null ? State.SCHEME_START : override;
    }

    /// The URL; null when the text is none.
    static @Nullable WebUrl parse(UrlHost hosts, String text, @Nullable WebUrl base) {
        String stripped = text.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$", "");
        UrlParser parser = new UrlParser(hosts, stripped, base, new WebUrl(), null);
        return parser.run() == Step.FAIL ? null : parser.url;
    }

    /// Changes one part of a URL, from that state on.
    static void change(UrlHost hosts, WebUrl url, String text, State from) {
        new UrlParser(hosts, text, null, url, from).run();
    }

    /// Where the parser is.
    enum State {
        SCHEME_START,
        SCHEME,
        NO_SCHEME,
        SPECIAL_RELATIVE_OR_AUTHORITY,
        PATH_OR_AUTHORITY,
        RELATIVE,
        RELATIVE_SLASH,
        SPECIAL_AUTHORITY_SLASHES,
        SPECIAL_AUTHORITY_IGNORE_SLASHES,
        AUTHORITY,
        HOSTNAME,
        PORT,
        FILE,
        FILE_SLASH,
        FILE_HOST,
        PATH_START,
        PATH,
        OPAQUE_PATH,
        QUERY,
        FRAGMENT
    }

    private enum Step {
        NEXT,
        DONE,
        FAIL
    }

    private Step run() {
        for (pointer = 0; ; pointer++) {
            int character = pointer < input.length ? input[pointer] : END;
            Step step = step(character);
            if (step != Step.NEXT || (pointer >= input.length && character == END)) {
                return step;
            }
        }
    }

    private Step step(int c) {
        return switch (state) {
            case SCHEME_START -> schemeStart(c);
            case SCHEME -> scheme(c);
            case NO_SCHEME -> noScheme(c);
            case SPECIAL_RELATIVE_OR_AUTHORITY ->
                c == '/' && next('/') ? skip(State.SPECIAL_AUTHORITY_IGNORE_SLASHES) : again(State.RELATIVE);
            case PATH_OR_AUTHORITY -> c == '/' ? go(State.AUTHORITY) : again(State.PATH);
            case RELATIVE -> relative(c, Objects.requireNonNull(base));
            case RELATIVE_SLASH -> relativeSlash(c, Objects.requireNonNull(base));
            case SPECIAL_AUTHORITY_SLASHES ->
                c == '/' && next('/')
                        ? skip(State.SPECIAL_AUTHORITY_IGNORE_SLASHES)
                        : again(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
            case SPECIAL_AUTHORITY_IGNORE_SLASHES -> c == '/' || c == '\\' ? Step.NEXT : again(State.AUTHORITY);
            case AUTHORITY -> authority(c);
            case HOSTNAME -> hostname(c);
            case PORT -> port(c);
            case FILE -> file(c);
            case FILE_SLASH -> fileSlash(c);
            case FILE_HOST -> fileHost(c);
            case PATH_START -> pathStart(c);
            case PATH -> path(c);
            case OPAQUE_PATH -> opaquePath(c);
            case QUERY -> query(c);
            case FRAGMENT -> fragment(c);
        };
    }

    private Step go(State to) {
        state = to;
        return Step.NEXT;
    }

    /// The same character again, in another state.
    private Step again(State to) {
        pointer--;
        return go(to);
    }

    private Step skip(State to) {
        pointer++;
        return go(to);
    }

    private boolean next(int character) {
        return pointer + 1 < input.length && input[pointer + 1] == character;
    }

    private boolean isSlash(int c) {
        return c == '/' || (url.isSpecial() && c == '\\');
    }

    private boolean endsAuthority(int c) {
        return c == END || c == '?' || c == '#' || isSlash(c);
    }

    private String takeBuffer() {
        String text = buffer.toString();
        buffer.setLength(0);
        return text;
    }

    private Step collect(int c) {
        buffer.appendCodePoint(c);
        return Step.NEXT;
    }

    private Step schemeStart(int c) {
        if (isLetter(c)) {
            buffer.append((char) Character.toLowerCase(c));
            return go(State.SCHEME);
        }
        return override == null ? again(State.NO_SCHEME) : Step.FAIL;
    }

    private Step scheme(int c) {
        if (isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.') {
            buffer.append((char) Character.toLowerCase(c));
            return Step.NEXT;
        }
        if (c == ':') {
            return override == null ? schemeEnd() : changeScheme(takeBuffer());
        }
        if (override != null) {
            return Step.FAIL;
        }
        buffer.setLength(0);
        pointer = -1;
        return go(State.NO_SCHEME);
    }

    private Step changeScheme(String to) {
        boolean refused = url.isSpecial() != WebUrl.isSpecial(to)
                || ((url.hasCredentials() || url.port != null) && to.equals("file"))
                || (url.isFile() && "".equals(url.host));
        if (!refused) {
            url.scheme = to;
            Integer port = url.port;
            if (port != null && url.isDefaultPort(port)) {
                url.port = null;
            }
        }
        return Step.DONE;
    }

    private Step schemeEnd() {
        url.scheme = takeBuffer();
        if (url.isFile()) {
            return go(State.FILE);
        }
        if (url.isSpecial()) {
            boolean same = base != null && base.scheme.equals(url.scheme);
            return go(same ? State.SPECIAL_RELATIVE_OR_AUTHORITY : State.SPECIAL_AUTHORITY_SLASHES);
        }
        if (next('/')) {
            return skip(State.PATH_OR_AUTHORITY);
        }
        url.opaquePath = "";
        return go(State.OPAQUE_PATH);
    }

    private Step noScheme(int c) {
        if (base == null || (base.opaquePath != null && c != '#')) {
            return Step.FAIL;
        }
        if (base.opaquePath != null) {
            url.scheme = base.scheme;
            url.copyPath(base);
            url.query = base.query;
            url.fragment = "";
            return go(State.FRAGMENT);
        }
        return again(base.isFile() ? State.FILE : State.RELATIVE);
    }

    private Step relative(int c, WebUrl from) {
        url.scheme = from.scheme;
        if (isSlash(c)) {
            return go(State.RELATIVE_SLASH);
        }
        url.copyAuthority(from);
        url.copyPath(from);
        url.query = from.query;
        return afterBase(c, true);
    }

    /// What comes after the parts that were taken over from the base.
    private Step afterBase(int c, boolean shorten) {
        if (c == '?') {
            return startQuery();
        }
        if (c == '#') {
            return startFragment();
        }
        if (c == END) {
            return Step.NEXT;
        }
        url.query = null;
        if (shorten) {
            url.shortenPath();
        } else {
            url.path.clear();
        }
        return again(State.PATH);
    }

    private Step startQuery() {
        url.query = "";
        return go(State.QUERY);
    }

    private Step startFragment() {
        url.fragment = "";
        return go(State.FRAGMENT);
    }

    private Step relativeSlash(int c, WebUrl from) {
        if (url.isSpecial() && (c == '/' || c == '\\')) {
            return go(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        if (c == '/') {
            return go(State.AUTHORITY);
        }
        url.copyAuthority(from);
        return again(State.PATH);
    }

    private Step authority(int c) {
        if (c == '@') {
            String user = (seenAt ? "%40" : "") + takeBuffer();
            seenAt = true;
            user.codePoints().forEach(this::addCredential);
            return Step.NEXT;
        }
        if (!endsAuthority(c)) {
            return collect(c);
        }
        if (seenAt && buffer.isEmpty()) {
            return Step.FAIL;
        }
        pointer -= buffer.codePointCount(0, buffer.length()) + 1;
        buffer.setLength(0);
        return go(State.HOSTNAME);
    }

    private void addCredential(int c) {
        if (c == ':' && !seenPassword) {
            seenPassword = true;
        } else if (seenPassword) {
            url.password += PercentEncoding.USER_INFO.encode(c);
        } else {
            url.username += PercentEncoding.USER_INFO.encode(c);
        }
    }

    private Step hostname(int c) {
        if (override != null && url.isFile()) {
            return again(State.FILE_HOST);
        }
        boolean port = c == ':' && !inBrackets;
        if (!port && !endsAuthority(c)) {
            inBrackets = c == '[' || (inBrackets && c != ']');
            return collect(c);
        }
        boolean empty = buffer.isEmpty();
        if (empty && (port || url.isSpecial() || (override != null && (url.hasCredentials() || url.port != null)))) {
            return Step.FAIL;
        }
        if (port && override != null) {
            return Step.FAIL;
        }
        String host = hosts.parse(takeBuffer(), !url.isSpecial());
        if (host == null) {
            return Step.FAIL;
        }
        url.host = host;
        if (override != null) {
            return Step.DONE;
        }
        return port ? go(State.PORT) : again(State.PATH_START);
    }

    private Step port(int c) {
        if (isDigit(c)) {
            return collect(c);
        }
        if (!endsAuthority(c) && override == null) {
            return Step.FAIL;
        }
        String digits = takeBuffer().replaceFirst("^0+(?=.)", "");
        if (digits.length() > 5 || (!digits.isEmpty() && Integer.parseInt(digits) > 65535)) {
            return Step.FAIL;
        }
        if (!digits.isEmpty()) {
            int number = Integer.parseInt(digits);
            url.port = url.isDefaultPort(number) ? null : Integer.valueOf(number);
        }
        return override == null ? again(State.PATH_START) : Step.DONE;
    }

    private Step file(int c) {
        url.scheme = "file";
        url.host = "";
        if (c == '/' || c == '\\') {
            return go(State.FILE_SLASH);
        }
        if (base == null || !base.isFile()) {
            return again(State.PATH);
        }
        url.host = base.host;
        url.copyPath(base);
        url.query = base.query;
        return afterBase(c, !startsWithDrive());
    }

    private Step fileSlash(int c) {
        if (c == '/' || c == '\\') {
            return go(State.FILE_HOST);
        }
        if (base != null && base.isFile()) {
            url.host = base.host;
            boolean drive = !base.path.isEmpty() && base.path.getFirst().matches("[A-Za-z]:");
            if (drive && !startsWithDrive()) {
                url.path.add(base.path.getFirst());
            }
        }
        return again(State.PATH);
    }

    private boolean startsWithDrive() {
        int length = Math.min(3, input.length - pointer);
        return length >= 2 && new String(input, pointer, length).matches("[A-Za-z][:|]([/\\\\?#])?");
    }

    private Step fileHost(int c) {
        if (c != END && c != '/' && c != '\\' && c != '?' && c != '#') {
            return collect(c);
        }
        pointer--;
        if (override == null && buffer.toString().matches("[A-Za-z][:|]")) {
            return go(State.PATH);
        }
        String host = buffer.isEmpty() ? "" : hosts.parse(takeBuffer(), !url.isSpecial());
        if (host == null) {
            return Step.FAIL;
        }
        url.host = host.equals("localhost") ? "" : host;
        return override == null ? go(State.PATH_START) : Step.DONE;
    }

    private Step pathStart(int c) {
        if (url.isSpecial()) {
            return c == '/' || c == '\\' ? go(State.PATH) : again(State.PATH);
        }
        if (override == null && c == '?') {
            return startQuery();
        }
        if (override == null && c == '#') {
            return startFragment();
        }
        if (c != END) {
            return c == '/' ? go(State.PATH) : again(State.PATH);
        }
        if (override != null && url.host == null) {
            url.path.add("");
        }
        return Step.NEXT;
    }

    private Step path(int c) {
        boolean ends = c == END || isSlash(c) || (override == null && (c == '?' || c == '#'));
        if (!ends) {
            buffer.append(PercentEncoding.PATH.encode(c));
            return Step.NEXT;
        }
        addSegment(takeBuffer(), !isSlash(c));
        if (c == '?') {
            return startQuery();
        }
        return c == '#' ? startFragment() : Step.NEXT;
    }

    private void addSegment(String segment, boolean last) {
        String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        if (dots.equals("..")) {
            url.shortenPath();
        }
        if (List.of(".", "..").contains(dots)) {
            if (last) {
                url.path.add("");
            }
            return;
        }
        boolean drive = url.isFile() && url.path.isEmpty() && segment.matches("[A-Za-z][:|]");
        url.path.add(drive ? segment.charAt(0) + ":" : segment);
    }

    private Step opaquePath(int c) {
        if (c == '?') {
            return startQuery();
        }
        if (c == '#') {
            return startFragment();
        }
        if (c == ' ') {
            url.opaquePath += next('?') || next('#') ? "%20" : " ";
        } else if (c != END) {
            url.opaquePath += PercentEncoding.CONTROL.encode(c);
        }
        return Step.NEXT;
    }

    private Step query(int c) {
        boolean ends = c == END || (override == null && c == '#');
        if (!ends) {
            return collect(c);
        }
        PercentEncoding encoding = url.isSpecial() ? PercentEncoding.SPECIAL_QUERY : PercentEncoding.QUERY;
        url.query += encoding.encode(takeBuffer());
        return c == '#' ? startFragment() : Step.NEXT;
    }

    private Step fragment(int c) {
        if (c != END) {
            url.fragment += PercentEncoding.FRAGMENT.encode(c);
        }
        return Step.NEXT;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
