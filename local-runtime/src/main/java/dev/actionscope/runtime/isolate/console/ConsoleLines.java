package dev.actionscope.runtime.isolate.console;

import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The lines one call logs, within Convex's limits.
final class ConsoleLines {
    private static final int MOST = 256;
    private static final int LONGEST_BYTES = 32_768;
    private static final String CUT = " (truncated due to length)";

    private final Realm realm;
    private int count;

    ConsoleLines(Realm realm) {
        this.realm = realm;
    }

    void write(LogLevel level, String text) {
        write(level, text, realm.callSite());
    }

    /// A line with the stack under it.
    void trace(String text) {
        CallSite site = realm.callSite();
        StringBuilder traced = new StringBuilder(text);
        for (Frame frame : site.frames()) {
            SourcePosition position = frame.position();
            if (position != null) {
                String name = frame.function().isEmpty() ? "<anonymous>" : frame.function();
                traced.append("\n    at ")
                        .append(name)
                        .append(" (")
                        .append(position)
                        .append(')');
            }
        }
        write(LogLevel.LOG, traced.toString(), site);
    }

    private void write(LogLevel level, String text, CallSite site) {
        count++;
        if (count < MOST) {
            realm.seam().log(level, cut(text), site);
        } else if (count == MOST) {
            realm.seam().log(LogLevel.ERROR, "Log overflow (maximum " + MOST + "). Remaining log lines omitted.", site);
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_BYTES / 3) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_BYTES - CUT.length());
        CharBuffer characters = CharBuffer.wrap(text);
        boolean fits = StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .encode(characters, bytes, true)
                        .isUnderflow()
                || text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
        return fits ? text : text.substring(0, characters.position()) + CUT;
    }
}
