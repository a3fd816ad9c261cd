package dev.actionscope.editor;

import dev.actionscope.editor.text.TextSearch;
import dev.actionscope.icons.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.reactfx.Subscription;

/// The bar that finds words: marks every match, counts them, and goes from one to the next.
final class FindBar extends HBox implements EditorPart {
    private static final String LAYER = "find";

    private final CodeTextArea area;
    private final SyntaxTracker syntax;
    private final Decorations decorations;
    private final TextField field = new TextField();
    private final ToggleButton matchCase = toggle("Aa", "Match case");
    private final ToggleButton regex = toggle(".*", "Regular expression");
    private final Label count = new Label();
    private final Subscription subscription;
    private List<TextSearch.Match> matches = List.of();
    private boolean complete = true;
    private int current = -1;

    FindBar(CodeTextArea area, SyntaxTracker syntax, Decorations decorations) {
        this.area = area;
        this.syntax = syntax;
        this.decorations = decorations;
        getStyleClass().addAll("find-bar", "floating");
        field.setPromptText("Find");
        field.setAccessibleText("Find in this file");
        field.setPrefColumnCount(20);
        count.getStyleClass().addAll("dim", "find-count");
        getChildren()
                .addAll(
                        field,
                        matchCase,
                        regex,
                        count,
                        button(Icons.ARROW_UP, "Previous match (Shift+Enter)", () -> go(-1)),
                        button(Icons.ARROW_DOWN, "Next match (Enter)", () -> go(1)),
                        button(Icons.CLOSE, "Close (Escape)", this::hide));
        field.textProperty().addListener((property, old, now) -> searchFromCaret());
        matchCase.selectedProperty().addListener((property, old, now) -> searchFromCaret());
        regex.selectedProperty().addListener((property, old, now) -> searchFromCaret());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        subscription = area.plainTextChanges().subscribe(change -> {
            if (isVisible()) {
                search();
            }
        });
        hide();
    }

    /// Opens the bar with the selected words, or the last ones.
    void open() {
        String selected = area.getSelectedText();
        setVisible(true);
        setManaged(true);
        if (!selected.isEmpty() && selected.indexOf('\n') < 0 && !selected.equals(field.getText())) {
            area.moveTo(area.getSelection().getStart());
            field.setText(selected);
        } else {
            searchFromCaret();
        }
        field.requestFocus();
        field.selectAll();
    }

    void go(int step) {
        if (!isVisible()) {
            open();
            return;
        }
        if (!matches.isEmpty()) {
            current = Math.floorMod(current + step, matches.size());
            showCurrent();
        }
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
        decorations.set(LAYER, List.of());
        area.requestFocus();
    }

    private void searchFromCaret() {
        int caret = Math.min(area.getSelection().getStart(), area.getLength());
        search();
        current = 0;
        while (current < matches.size() && matches.get(current).start() < caret) {
            current++;
        }
        if (matches.isEmpty()) {
            current = -1;
            mark();
        } else {
            current = current % matches.size();
            showCurrent();
        }
    }

    private void search() {
        TextSearch wanted = new TextSearch(field.getText(), matchCase.isSelected(), regex.isSelected());
        field.getStyleClass().remove("invalid");
        switch (wanted.in(syntax.text())) {
            case TextSearch.Outcome.Found found -> {
                matches = found.matches();
                complete = found.complete();
                current = Math.min(current, matches.size() - 1);
                mark();
            }
            case TextSearch.Outcome.BadExpression bad -> {
                matches = List.of();
                current = -1;
                mark();
                count.setText(bad.reason());
                field.getStyleClass().add("invalid");
            }
        }
    }

    private void showCurrent() {
        TextSearch.Match match = matches.get(current);
        area.selectRange(match.start(), match.end());
        int line = area.getCurrentParagraph();
        boolean seen = !area.getVisibleParagraphs().isEmpty()
                && line > area.firstVisibleParToAllParIndex()
                && line < area.lastVisibleParToAllParIndex();
        if (!seen) {
            area.showParagraphAtCenter(line);
        }
        area.requestFollowCaret();
        mark();
    }

    private void mark() {
        List<Decorations.Range> ranges = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            String styleClass = i == current ? "find-match-current" : "find-match";
            ranges.add(
                    new Decorations.Range(matches.get(i).start(), matches.get(i).end(), styleClass));
        }
        decorations.set(LAYER, ranges);
        if (field.getText().isEmpty()) {
            count.setText("");
        } else if (matches.isEmpty()) {
            count.setText("No results");
        } else {
            count.setText((current + 1) + " of " + matches.size() + (complete ? "" : "+"));
        }
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
            go(event.isShiftDown() ? -1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    private static ToggleButton toggle(String text, String meaning) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().addAll("tool-button", "find-option");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }

    private static Button button(Icons icon, String meaning, Runnable action) {
        Button button = new Button(null, icon.view("icon-small"));
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
