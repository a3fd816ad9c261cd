package dev.actionscope.editor;

import dev.actionscope.editor.text.LineEdits;
import dev.actionscope.editor.text.Selection;
import dev.actionscope.editor.text.TextEdit;
import dev.actionscope.editor.text.TypingEdits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/// The keys that edit lines, as in VS Code, and what typing adds by itself.
final class EditingKeys implements EditorPart {
    private final CodeTextArea area;
    private final SyntaxTracker syntax;
    private final Map<KeyCombination, Function<Selection, Optional<TextEdit>>> edits = new LinkedHashMap<>();
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> typed = this::typed;

    EditingKeys(CodeTextArea area, SyntaxTracker syntax) {
        this.area = area;
        this.syntax = syntax;
        edit("Enter", s -> Optional.of(TypingEdits.newLine(s)));
        edit("Backspace", TypingEdits::backspace);
        edit("Tab", s -> Optional.of(LineEdits.indent(s)));
        edit("Shift+Tab", s -> Optional.of(LineEdits.outdent(s)));
        edit("Shortcut+Close_Bracket", s -> Optional.of(indentLines(s)));
        edit("Shortcut+Open_Bracket", s -> Optional.of(LineEdits.outdent(s)));
        edit("Shortcut+Slash", this::toggleComment);
        edit("Alt+Up", LineEdits::moveUp);
        edit("Alt+Down", LineEdits::moveDown);
        edit("Shift+Alt+Up", s -> Optional.of(LineEdits.duplicate(s, false)));
        edit("Shift+Alt+Down", s -> Optional.of(LineEdits.duplicate(s, true)));
        edit("Shift+Shortcut+K", s -> Optional.of(LineEdits.delete(s)));
        area.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, typed);
    }

    private void edit(String keys, Function<Selection, Optional<TextEdit>> edit) {
        edits.put(KeyCombination.valueOf(keys), edit);
    }

    private static TextEdit indentLines(Selection selection) {
        if (!selection.isEmpty()) {
            return LineEdits.indent(selection);
        }
        int start = selection.text().lastIndexOf('\n', selection.caret() - 1) + 1;
        return new TextEdit(start, start, "  ", selection.caret() + 2, selection.caret() + 2);
    }

    private Optional<TextEdit> toggleComment(Selection selection) {
        String comment = syntax.language().lineComment();
        return comment.isEmpty() ? Optional.empty() : Optional.of(LineEdits.toggleComment(selection, comment));
    }

    void toggleComment() {
        if (area.isEditable()) {
            toggleComment(area.selection(syntax.text())).ifPresent(area::apply);
        }
    }

    private void pressed(KeyEvent event) {
        if (KeyCombination.valueOf("Home").match(event)
                || KeyCombination.valueOf("Shift+Home").match(event)) {
            home(event.isShiftDown() ? SelectionPolicy.ADJUST : SelectionPolicy.CLEAR);
            event.consume();
            return;
        }
        if (!area.isEditable()) {
            return;
        }
        edits.forEach((keys, edit) -> {
            if (!event.isConsumed() && keys.match(event)) {
                Optional<TextEdit> change = edit.apply(area.selection(syntax.text()));
                change.ifPresent(area::apply);
                if (change.isPresent() || event.isAltDown()) {
                    event.consume();
                }
            }
        });
    }

    /// To the first character that is not blank, and from there to the start of the line.
    private void home(SelectionPolicy policy) {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        int blank = line.length() - line.stripLeading().length();
        int column = area.getCaretColumn() == blank ? 0 : blank;
        area.moveTo(area.getCurrentParagraph(), column, policy);
        area.requestFollowCaret();
    }

    private void typed(KeyEvent event) {
        boolean text = event.getCharacter().length() == 1
                && !event.isShortcutDown()
                && !event.isMetaDown()
                && event.getCharacter().charAt(0) > ' ';
        if (!text || !area.isEditable()) {
            return;
        }
        TypingEdits.typed(area.selection(syntax.text()), event.getCharacter().charAt(0))
                .ifPresent(edit -> {
                    area.apply(edit);
                    event.consume();
                });
    }

    @Override
    public void close() {
        area.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        area.removeEventFilter(KeyEvent.KEY_TYPED, typed);
    }
}
