package dev.actionscope.runtime.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A text encoding of the web, with the JDK's charset that decodes it.
///
/// @param name as `TextDecoder.encoding` gives it
record Encoding(String name, Charset charset) {
    static final Encoding UTF_8 = new Encoding("utf-8", StandardCharsets.UTF_8);

    /// The encoding that goes by that label, empty when there is none.
    /// <https://encoding.spec.whatwg.org/#names-and-labels>
    static Optional<Encoding> of(String label) {
        return Optional.ofNullable(Labels.ALL.get(label.strip().toLowerCase(Locale.ROOT)));
    }

    boolean isUnicode() {
        return name.startsWith("utf-");
    }

    /// Whether bytes from 0x80 to 0x9F that the charset does not know stand for the control characters of that number.
    boolean hasControlCharacters() {
        return name.startsWith("windows-") || name.startsWith("iso-8859-");
    }

    private static final class Labels {
        static final Map<String, Encoding> ALL = read();

        private static Map<String, Encoding> read() {
            Map<String, Encoding> all = new HashMap<>();
            try (InputStream in = Encoding.class.getResourceAsStream("encodings.txt")) {
                new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> add(all, line.split(" ")));
            } catch (IOException failure) {
                throw new UncheckedIOException("encodings.txt cannot be read", failure);
            }
            return Map.copyOf(all);
        }

        private static void add(Map<String, Encoding> all, String[] words) {
            Encoding encoding = new Encoding(words[0], Charset.forName(words[1]));
            all.put(words[0], encoding);
            for (int index = 2; index < words.length; index++) {
                all.put(words[index], encoding);
            }
        }
    }
}
