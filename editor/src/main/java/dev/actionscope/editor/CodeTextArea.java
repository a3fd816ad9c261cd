package dev.actionscope.editor;

import dev.actionscope.editor.text.Selection;
import dev.actionscope.editor.text.TextEdit;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// The text control: undo of text only, edits as [TextEdit], places by line and column, and what a screen reader asks.
final class CodeTextArea extends CodeArea {
    CodeTextArea() {
        getStylesheets().clear();
        setUndoManager(UndoUtils.plainTextUndoManager(this));
        setUseInitialStyleForInsertion(false);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        selectionProperty().addListener((property, old, now) -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
        caretPositionProperty()
                .addListener(
                        (property, old, now) -> notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET));
        plainTextChanges().subscribe(change -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }

    void apply(TextEdit edit) {
        if (edit.start() != edit.end() || !edit.replacement().isEmpty()) {
            getUndoManager().preventMerge();
            replaceText(edit.start(), edit.end(), edit.replacement());
        }
        selectRange(edit.anchor(), edit.caret());
        requestFollowCaret();
    }

    Selection selection(String text) {
        return new Selection(text, getAnchor(), getCaretPosition());
    }

    int lineCount() {
        return getParagraphs().size();
    }

    /// The character at a line and column, both from 1 and brought inside the text.
    int offsetOf(int line, int column) {
        int paragraph = Math.clamp(line - 1, 0, lineCount() - 1);
        return getAbsolutePosition(paragraph, Math.clamp(column - 1, 0, getParagraphLength(paragraph)));
    }

    /// The line, from 1, of a character.
    int lineOf(int offset) {
        return offsetToPosition(offset, Bias.Forward).getMajor() + 1;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getText();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            case CARET_OFFSET -> getCaretPosition();
            case EDITABLE -> isEditable();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
