package dev.actionscope.editor;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Backgrounds of whole lines: those that belong to the selection shared with other views, and a short flash where
/// [CodeEditor#reveal] went.
final class LineMarks implements EditorPart {
    private static final String TRACE = "trace-line";
    private static final String FLASH = "flash-line";

    private final CodeTextArea area;
    private final PauseTransition flash = new PauseTransition(Duration.millis(900));

    LineMarks(CodeTextArea area) {
        this.area = area;
        flash.setOnFinished(event -> remove(FLASH, Set.of()));
    }

    /// Highlights these lines, from 1, and no others.
    void highlight(Set<Integer> lines) {
        Set<Integer> inside = new TreeSet<>();
        lines.stream().filter(line -> line >= 1 && line <= area.lineCount()).forEach(inside::add);
        remove(TRACE, inside);
        inside.forEach(line -> add(line, TRACE));
    }

    void flash(int line) {
        remove(FLASH, Set.of());
        add(line, FLASH);
        flash.playFromStart();
    }

    private void add(int line, String styleClass) {
        Collection<String> now = area.getParagraph(line - 1).getParagraphStyle();
        if (!now.contains(styleClass)) {
            set(line, styleClass, now, true);
        }
    }

    private void remove(String styleClass, Set<Integer> except) {
        for (int line = 1; line <= area.lineCount(); line++) {
            Collection<String> now = area.getParagraph(line - 1).getParagraphStyle();
            if (now.contains(styleClass) && !except.contains(line)) {
                set(line, styleClass, now, false);
            }
        }
    }

    private void set(int line, String styleClass, Collection<String> now, boolean present) {
        Set<String> wanted = new TreeSet<>(now);
        if (present) {
            wanted.add(styleClass);
        } else {
            wanted.remove(styleClass);
        }
        area.setParagraphStyle(line - 1, List.copyOf(wanted));
    }

    @Override
    public void close() {
        flash.stop();
    }
}
