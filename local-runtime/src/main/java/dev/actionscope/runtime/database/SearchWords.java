package dev.actionscope.runtime.database;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that text search knows: runs of letters and digits, in lower case, none longer than 32 bytes.
final class SearchWords {
    private static final int LONGEST = 32;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private SearchWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (word.getBytes(StandardCharsets.UTF_8).length < LONGEST) {
                words.add(word);
            }
        }
        return words;
    }
}
