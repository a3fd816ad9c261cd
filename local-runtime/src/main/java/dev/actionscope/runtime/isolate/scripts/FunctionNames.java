package dev.actionscope.runtime.isolate.scripts;

import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names functions have in their source, as far as the text tells: esbuild's `keepNames` wraps functions that have
/// no name of their own in `__name(function, "name")`.
public final class FunctionNames {
    private static final Pattern KEPT = Pattern.compile("\\G\\s*,\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)");
    private static final String WRAPPER = "__name(";
    private static final int LONGEST = 120;

    private FunctionNames() {}

    /// The function's name, empty when it has none.
    public static String of(@Nullable RootNode root) {
        if (root == null) {
            return "";
        }
        String name = root.getName();
        if (name != null && !name.isEmpty() && !name.startsWith(":")) {
            return name;
        }
        return kept(root.getSourceSection());
    }

    private static String kept(@Nullable SourceSection section) {
        if (section == null || !section.hasCharIndex()) {
            return "";
        }
        CharSequence text = section.getSource().getCharacters();
        int start = section.getCharIndex();
        if (start < WRAPPER.length() || !WRAPPER.contentEquals(text.subSequence(start - WRAPPER.length(), start))) {
            return "";
        }
        int end = section.getCharEndIndex();
        Matcher matcher = KEPT.matcher(text.subSequence(end, Math.min(text.length(), end + LONGEST)));
        return matcher.find() ? matcher.group(1) : "";
    }
}
