package dev.actionscope.editor;

import dev.actionscope.icons.Icons;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/// An editor of one text. Use it on the FX thread; the owner closes it.
///
/// It colours TypeScript, JavaScript, JSON and Markdown, shows line numbers, marks in the gutter and problems under the
/// text, finds (Ctrl+F, F3), goes to a line (Ctrl+G), zooms (Ctrl with the wheel, plus, minus, 0), and edits lines with
/// the keys of VS Code. Lines and columns count from 1.
public final class CodeEditor extends BorderPane implements AutoCloseable {
    /// The size of the text unless changed, in pixels.
    public static final double NORMAL_FONT_SIZE = FontZoom.NORMAL;

    private static final String STYLES =
            Objects.requireNonNull(CodeEditor.class.getResource("editor.css")).toExternalForm();

    private final CodeTextArea area = new CodeTextArea();
    private final Decorations decorations;
    private final SyntaxTracker syntax;
    private final StylePainter painter;
    private final Gutter gutter;
    private final LineMarks lineMarks;
    private final ProblemMarks problemMarks;
    private final EditingKeys editingKeys;
    private final FindBar findBar;
    private final GoToLineBar goToLineBar;
    private final EditorMenu menu;
    private final List<EditorPart> parts;
    private final Subscription subscriptions;
    private final DoubleProperty fontSize = new SimpleDoubleProperty(FontZoom.NORMAL);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<CaretPosition> caret = new ReadOnlyObjectWrapper<>(new CaretPosition(1, 1, 0));
    private final ReadOnlyObjectWrapper<List<String>> enclosing = new ReadOnlyObjectWrapper<>(List.of());
    private Runnable onSave = () -> {};

    /// @param background runs the reading of large texts
    /// @param fx runs on the FX thread
    public CodeEditor(Executor background, Executor fx) {
        getStyleClass().add("code-editor");
        // The sheet names colours that only a themed scene has.
        sceneProperty()
                .addListener(
                        (property, old, scene) -> getStylesheets().setAll(scene == null ? List.of() : List.of(STYLES)));
        decorations = new Decorations(this::repaint);
        syntax = new SyntaxTracker(area, background, fx, this::repaint);
        Subscription moves = area.plainTextChanges()
                .subscribe(change -> decorations.edited(
                        change.getPosition(),
                        change.getRemoved().length(),
                        change.getInserted().length()));
        painter = new StylePainter(area, syntax, decorations);
        gutter = new Gutter(area);
        lineMarks = new LineMarks(area);
        problemMarks = new ProblemMarks(area, decorations);
        editingKeys = new EditingKeys(area, syntax);
        findBar = new FindBar(area, syntax, decorations);
        goToLineBar = new GoToLineBar(area, this::reveal);
        menu = new EditorMenu(area, this::find, this::toggleComment);
        parts = List.of(
                menu,
                new FontZoom(area, gutter, fontSize),
                new BracketMarks(area, syntax, decorations),
                findBar,
                editingKeys,
                problemMarks,
                lineMarks,
                gutter,
                painter,
                syntax);
        dirty.bind(area.getUndoManager().atMarkedPositionProperty().map(at -> !at));
        subscriptions = moves.and(EventStreams.merge(
                        EventStreams.changesOf(area.caretPositionProperty()).map(change -> true),
                        EventStreams.changesOf(area.selectionProperty()).map(change -> true))
                .subscribe(change -> caretMoved()));
        area.setAccessibleText("Code editor");
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        setCenter(content());
    }

    private StackPane content() {
        VirtualizedScrollPane<CodeTextArea> scroll = new VirtualizedScrollPane<>(area);
        for (HBox bar : List.of(findBar, goToLineBar)) {
            bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            StackPane.setAlignment(bar, Pos.TOP_RIGHT);
            StackPane.setMargin(bar, new Insets(8, 22, 0, 0));
        }
        return new StackPane(scroll, findBar, goToLineBar);
    }

    private void repaint() {
        // The first repaint is asked for while the parts are still being made.
        if (painter != null) {
            painter.request();
        }
    }

    /// Shows a text, forgetting the one before and its undo history. Marks, problems and highlights stay as set.
    public void open(SourceText source) {
        SourceText.Shown shown = source.shown();
        area.replaceText(shown.text());
        area.moveTo(0);
        area.requestFollowCaret();
        markSaved();
        area.getUndoManager().forgetHistory();
        syntax.setLanguage(shown.language());
        setReadOnly(shown.readOnlyReason());
        area.setAccessibleText("Code editor, " + source.fileName());
        caretMoved();
    }

    /// Replaces the text by what is on disk now, keeping the caret near its place; can be undone.
    public void reload(String text) {
        CaretPosition before = caret.get();
        double scroll = area.getEstimatedScrollY();
        replaceChanged(text);
        area.moveTo(area.offsetOf(before.line(), before.column()));
        area.scrollYToPixel(scroll);
        markSaved();
    }

    /// Replaces only what differs, so that marks and problems around it stay in place.
    private void replaceChanged(String text) {
        String old = area.getText();
        int shorter = Math.min(old.length(), text.length());
        int same = 0;
        while (same < shorter && old.charAt(same) == text.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        area.getUndoManager().preventMerge();
        area.replaceText(same, old.length() - tail, text.substring(same, text.length() - tail));
    }

    /// The menu of a right click in the text; more items may be added.
    public ContextMenu menu() {
        return menu.menu();
    }

    /// The text now, with `\n` between lines.
    public String text() {
        return syntax.text();
    }

    /// Whether the text differs from what was last opened, reloaded or saved.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// Declares the text as it is to be what is on disk.
    public void markSaved() {
        area.getUndoManager().mark();
    }

    /// What Ctrl+S does.
    public void setOnSave(Runnable action) {
        onSave = action;
    }

    /// Forbids editing and says why in a line above the text, or allows it.
    public void setReadOnly(Optional<String> reason) {
        area.setEditable(reason.isEmpty());
        setTop(reason.map(CodeEditor::notice).orElse(null));
    }

    private static HBox notice(String reason) {
        HBox notice = new HBox(new Label(reason, Icons.LOCK.view("icon-small")));
        notice.getStyleClass().add("notice");
        return notice;
    }

    /// Whether the text may be edited.
    public boolean isEditable() {
        return area.isEditable();
    }

    /// Where the caret is, for the status bar.
    public ReadOnlyObjectProperty<CaretPosition> caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /// The names of the functions, classes and handlers around the caret, the outermost first.
    public ReadOnlyObjectProperty<List<String>> enclosingProperty() {
        return enclosing.getReadOnlyProperty();
    }

    /// The language of the text, as people call it.
    public String languageTitle() {
        return syntax.language().title();
    }

    /// The size of the text in pixels; several editors may be bound together.
    public DoubleProperty fontSizeProperty() {
        return fontSize;
    }

    /// Puts marks beside line numbers, in place of the layer's former ones.
    ///
    /// @param layer a name of the caller's choice, such as `findings`
    public void setMarks(String layer, List<GutterMark> marks) {
        gutter.setMarks(layer, marks);
    }

    /// What a click in the gutter does; gets the line.
    public void setOnGutterClicked(IntConsumer action) {
        gutter.setOnClick(action);
    }

    /// Underlines problems, in place of the layer's former ones.
    ///
    /// @param layer a name of the caller's choice, such as `typescript`
    public void setProblems(String layer, List<Problem> problems) {
        problemMarks.set(layer, problems);
    }

    /// Highlights whole lines that belong to what is selected in another view; an empty set ends it.
    public void highlightLines(Set<Integer> lines) {
        lineMarks.highlight(lines);
    }

    /// Moves the caret to a place, brings its line to the middle of the view, flashes it, and takes the focus.
    public void reveal(int line, int column) {
        int offset = area.offsetOf(line, column);
        area.moveTo(offset);
        area.showParagraphAtCenter(area.getCurrentParagraph());
        lineMarks.flash(area.getCurrentParagraph() + 1);
        area.requestFocus();
    }

    /// Opens the bar that finds words.
    public void find() {
        findBar.open();
    }

    /// Goes to the next match, or with -1 to the previous one.
    public void findNext(int step) {
        findBar.go(step);
    }

    /// Asks for a line to go to.
    public void goToLine() {
        goToLineBar.open();
    }

    /// Makes comments of the selected lines, or code again.
    public void toggleComment() {
        editingKeys.toggleComment();
    }

    /// Undoes the last edit.
    public void undo() {
        area.undo();
    }

    /// Does again what was undone.
    public void redo() {
        area.redo();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    private void caretMoved() {
        CaretPosition now = new CaretPosition(
                area.getCurrentParagraph() + 1,
                area.getCaretColumn() + 1,
                area.getSelection().getLength());
        caret.set(now);
        enclosing.set(syntax.enclosing(area.getCaretPosition()));
    }

    private void keys(KeyEvent event) {
        if (KeyCombination.valueOf("Shortcut+S").match(event)) {
            onSave.run();
        } else if (KeyCombination.valueOf("Shortcut+F").match(event)) {
            find();
        } else if (KeyCombination.valueOf("Shortcut+G").match(event)) {
            goToLine();
        } else if (KeyCombination.valueOf("F3").match(event)) {
            findNext(1);
        } else if (KeyCombination.valueOf("Shift+F3").match(event)) {
            findNext(-1);
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        parts.forEach(EditorPart::close);
        area.dispose();
    }
}
