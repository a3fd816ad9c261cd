package dev.actionscope.app.project;

import dev.actionscope.app.project.ProjectFiles.Entry;
import dev.actionscope.icons.Icons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// The project's files. A folder is read when it is opened, in the background.
public final class FileTreeView extends TreeView<Entry> {
    private static final PseudoClass GENERATED = PseudoClass.getPseudoClass("generated");

    private final Executor background;
    private final Executor fx;
    private final Consumer<Path> open;
    private final Consumer<String> failed;
    private String functionsFolder = "";
    private boolean hasShownFunctions;

    /// @param open hears of files that the user wants to see
    /// @param failed hears one line when a folder cannot be read
    public FileTreeView(Executor background, Executor fx, Consumer<Path> open, Consumer<String> failed) {
        this.background = background;
        this.fx = fx;
        this.open = open;
        this.failed = failed;
        setId("files");
        getStyleClass().add("file-tree");
        setFixedCellSize(26);
        setAccessibleText("Project files");
        setCellFactory(tree -> new FileCell());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                openSelected();
            }
        });
    }

    /// Shows another project, or none.
    public void show(@Nullable Path root, String functions) {
        functionsFolder = functions;
        TreeItem<Entry> old = getRoot();
        if (root == null) {
            setRoot(null);
        } else if (old == null || !old.getValue().path().equals(root)) {
            FolderItem item = new FolderItem(new Entry(root, true));
            hasShownFunctions = false;
            setRoot(item);
            item.setExpanded(true);
        } else {
            refresh((FolderItem) old);
        }
    }

    /// Reads the open folders again.
    public void reload() {
        if (getRoot() instanceof FolderItem root) {
            refresh(root);
        }
    }

    /// Selects a file when its folder is open.
    public void reveal(Path file) {
        TreeItem<Entry> found = find(getRoot(), file);
        if (found != null) {
            getSelectionModel().select(found);
        }
    }

    private static @Nullable TreeItem<Entry> find(@Nullable TreeItem<Entry> item, Path file) {
        if (item == null || item.getValue().path().equals(file)) {
            return item;
        }
        if (!file.startsWith(item.getValue().path())) {
            return null;
        }
        for (TreeItem<Entry> child : item.getChildren()) {
            TreeItem<Entry> found = find(child, file);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void openSelected() {
        TreeItem<Entry> selected = getSelectionModel().getSelectedItem();
        if (selected != null && !selected.getValue().isFolder()) {
            open.accept(selected.getValue().path());
        }
    }

    private void refresh(FolderItem item) {
        if (item.isRead) {
            item.read();
            for (TreeItem<Entry> child : item.getChildren()) {
                if (child instanceof FolderItem folder && folder.isExpanded()) {
                    refresh(folder);
                }
            }
        }
    }

    /// A folder; its children are there once it has been opened.
    private final class FolderItem extends TreeItem<Entry> {
        private boolean isRead;

        FolderItem(Entry entry) {
            super(entry);
            expandedProperty().addListener((o, before, now) -> {
                if (now && !isRead) {
                    read();
                }
            });
        }

        @Override
        public boolean isLeaf() {
            return false;
        }

        private void read() {
            isRead = true;
            TreeItem<Entry> root = FileTreeView.this.getRoot();
            Path top = root == null ? getValue().path() : root.getValue().path();
            String functions = functionsFolder;
            background.execute(() -> {
                try {
                    List<Entry> children = ProjectFiles.children(top, getValue().path(), functions);
                    fx.execute(() -> take(children, top.resolve(functions)));
                } catch (IOException e) {
                    fx.execute(() ->
                            failed.accept("The folder " + getValue().path() + " cannot be read: " + e.getMessage()));
                }
            });
        }

        /// Keeps the items that stay, so that what is open stays open.
        private void take(List<Entry> children, Path functions) {
            List<TreeItem<Entry>> items = new ArrayList<>();
            for (Entry child : children) {
                TreeItem<Entry> known = getChildren().stream()
                        .filter(item -> item.getValue().equals(child))
                        .findFirst()
                        .orElse(null);
                TreeItem<Entry> item =
                        known != null ? known : child.isFolder() ? new FolderItem(child) : new TreeItem<>(child);
                items.add(item);
                if (!hasShownFunctions && child.isFolder() && functions.startsWith(child.path())) {
                    hasShownFunctions = functions.equals(child.path());
                    item.setExpanded(true);
                }
            }
            if (!items.equals(getChildren())) {
                getChildren().setAll(items);
            }
        }
    }

    private static final class FileCell extends TreeCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setText(null);
                setGraphic(null);
            } else {
                TreeItem<Entry> item = getTreeItem();
                boolean isRoot = item != null && item.getParent() == null;
                setText(entry.name());
                Icons icon = isRoot ? Icons.PROJECT : entry.isFolder() ? Icons.FOLDER : Icons.forFile(entry.name());
                setGraphic(icon.view("icon-small"));
                pseudoClassStateChanged(GENERATED, entry.name().equals("_generated"));
            }
        }
    }
}
