package dev.actionscope.runtime.findings.source;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A project whose source says which findings it expects, as `file:line rule`.
///
/// `// expect: rule` marks its own line; a comment line with `✗ rule` marks the next line that is no comment.
final class MarkedProject {
    private static final Pattern EXPECT = Pattern.compile("// expect: ([a-z-]+)");
    private static final Pattern CROSS = Pattern.compile("✗ ([a-z-]+)");

    private final Path folder;

    MarkedProject(Path folder) {
        this.folder = folder;
    }

    /// A project of the repository.
    static MarkedProject of(String path) {
        return new MarkedProject(Path.of(System.getProperty("actionscope.root"), path));
    }

    SortedSet<String> expected() throws IOException {
        SortedSet<String> marks = new TreeSet<>();
        for (Map.Entry<String, String> file : SourceCheck.read(folder).entrySet()) {
            marksOf(file.getKey(), file.getValue().lines().toList(), marks);
        }
        return marks;
    }

    SortedSet<String> found() throws IOException {
        return text(new SourceCheck().check(folder, "convex"));
    }

    private static SortedSet<String> text(Collection<Finding> findings) {
        SortedSet<String> lines = new TreeSet<>();
        for (Finding finding : findings) {
            SourcePosition position = finding.position();
            lines.add((position == null ? "?" : position.file() + ":" + position.line()) + " " + finding.rule());
        }
        return lines;
    }

    private static void marksOf(String file, List<String> lines, SortedSet<String> marks) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher own = EXPECT.matcher(lines.get(i));
            while (own.find()) {
                marks.add(file + ":" + (i + 1) + " " + own.group(1));
            }
            Matcher next = CROSS.matcher(lines.get(i));
            while (next.find()) {
                int line = i + 1;
                while (isComment(lines.get(line))) {
                    line++;
                }
                marks.add(file + ":" + (line + 1) + " " + next.group(1));
            }
        }
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("//") || line.strip().startsWith("*");
    }
}
