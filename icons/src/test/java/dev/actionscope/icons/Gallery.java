package dev.actionscope.icons;

import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every shared component in one window, to be looked at.
final class Gallery extends BorderPane {
    private static final Map<String, Icons> ICON_OF = Map.of(
            "shop",
            Icons.PROJECT,
            "convex",
            Icons.FOLDER_OPEN,
            "lib",
            Icons.FOLDER,
            "orders.ts",
            Icons.FILE_TS,
            "place",
            Icons.FUNCTION_ACTION,
            "list",
            Icons.FUNCTION_QUERY,
            "insert",
            Icons.FUNCTION_MUTATION,
            "convex.json",
            Icons.FILE_JSON,
            "README.md",
            Icons.FILE_MARKDOWN,
            "tree",
            Icons.TREE);

    Gallery() {
        setTop(topBar());
        setLeft(rail());
        SplitPane upper = new SplitPane(project(), centre(), form());
        upper.setDividerPositions(0.19, 0.72);
        SplitPane all = new SplitPane(upper, bottom());
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.66);
        setCenter(all);
        setBottom(styled(
                new HBox(
                        new Label("Local runtime ready", Icons.SUCCESS.view()),
                        new Label("2 problems", Icons.PROBLEM_WARNING.view()),
                        spring(),
                        new Label("Ln 13, Col 5"),
                        new Label("UTF-8"),
                        new Label("TypeScript")),
                "status-bar"));
    }

    private static Node topBar() {
        Label name = styled(new Label("Actionscope"), "product-name");
        TextField search = new SearchField("Search files, functions, commands…");
        search.setPrefWidth(330);
        Button fit = tool(Icons.ZOOM_FIT);
        ToggleButton debug = styled(new ToggleButton(null, Icons.DEBUG.view()), "tool-button");
        debug.setSelected(true);
        Button disabled = tool(Icons.STEP_OVER);
        disabled.setDisable(true);
        return styled(
                new HBox(
                        Icons.PROJECT.view("icon-large"),
                        name,
                        styled(new Label("shop"), "dim"),
                        spring(),
                        search,
                        spring(),
                        styled(new Label("orders:place", Icons.FUNCTION_ACTION.view()), "pill"),
                        styled(tool(Icons.RUN), "run"),
                        debug,
                        separator(),
                        tool(Icons.RESUME),
                        disabled,
                        tool(Icons.STEP_INTO),
                        tool(Icons.STEP_OUT),
                        tool(Icons.STEP_BACK),
                        tool(Icons.STOP),
                        separator(),
                        fit,
                        tool(Icons.SETTINGS)),
                "top-bar");
    }

    private static Node rail() {
        ToggleButton first = styled(new ToggleButton(null, Icons.FOLDER.view()), "rail-button");
        first.setSelected(true);
        return styled(
                new VBox(
                        first,
                        styled(new ToggleButton(null, Icons.SEARCH.view()), "rail-button"),
                        styled(new ToggleButton(null, Icons.HISTORY.view()), "rail-button"),
                        styled(new ToggleButton(null, Icons.FINDINGS.view()), "rail-button")),
                "side-rail");
    }

    private static Node project() {
        TreeItem<String> orders = item("orders.ts", item("place"), item("list"), item("insert"));
        TreeItem<String> root =
                item("shop", item("convex", orders, item("lib")), item("convex.json"), item("README.md"), item("tree"));
        TreeView<String> tree = new TreeView<>(root);
        tree.setCellFactory(view -> new TreeCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? null : text);
                setGraphic(empty ? null : ICON_OF.getOrDefault(text, Icons.FILE).view());
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        return styled(
                new VBox(
                        styled(
                                new HBox(new Label("Project"), spring(), tool(Icons.ADD), tool(Icons.MORE)),
                                "panel-header"),
                        styledPadded(new SearchField("Filter")),
                        tree),
                "panel");
    }

    @SafeVarargs
    private static TreeItem<String> item(String text, TreeItem<String>... children) {
        TreeItem<String> item = new TreeItem<>(text);
        for (TreeItem<String> child : children) {
            item.getChildren().add(child);
        }
        item.setExpanded(true);
        return item;
    }

    private static Node centre() {
        HBox selected = styled(
                new HBox(
                        Icons.FILE_TS.view(),
                        new Label("orders.ts"),
                        styled(new Button(null, Icons.CLOSE.view("icon-tiny")), "tab-close")),
                "tab-item");
        selected.pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), true);
        HBox dirty = styled(
                new HBox(Icons.FILE_JSON.view(), new Label("convex.json"), styled(new Region(), "dirty-dot")),
                "tab-item");
        HBox strip = styled(
                new HBox(
                        selected,
                        dirty,
                        spring(),
                        styled(
                                new Label("Paused at orders.ts:13", Icons.PAUSE.view("icon-small", "tone-warning")),
                                "pill",
                                "warning")),
                "tab-strip");
        HBox crumbs = styled(
                new HBox(
                        new Label("convex"),
                        Icons.CHEVRON_RIGHT.view("icon-tiny"),
                        new Label("orders.ts"),
                        Icons.CHEVRON_RIGHT.view("icon-tiny"),
                        styled(new Label("place", Icons.FUNCTION_ACTION.view("icon-tiny")), "current")),
                "breadcrumb");
        EmptyState empty = new EmptyState(
                Icons.FUNCTION_ACTION,
                "Nothing has run yet",
                "Choose a function, give it arguments, and press Run. What it did appears here.",
                new Button("Run orders:place"),
                new Button("Open another project"));
        VBox.setVgrow(empty, Priority.ALWAYS);
        Label menu = styled(new Label("Context menu here"), "dim");
        MenuItem copy = new MenuItem("Copy", Icons.COPY.view());
        copy.setAccelerator(KeyCombination.valueOf("Ctrl+C"));
        menu.setContextMenu(new ContextMenu(
                copy,
                new MenuItem("Zoom in", Icons.ZOOM_IN.view()),
                new SeparatorMenuItem(),
                new MenuItem("Reveal in project")));
        HBox notice = styled(
                new HBox(Icons.LOCK.view(), new Label("This file is read-only."), spring(), new Button("Edit anyway")),
                "notice");
        return new VBox(strip, crumbs, notice, empty, menu);
    }

    private static Node form() {
        ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList("card", "invoice"));
        choice.getSelectionModel().selectFirst();
        CheckBox gift = new CheckBox("Wrap as a gift");
        gift.setSelected(true);
        TextField invalid = styled(new TextField("twelve"), "invalid");
        TextArea json = styled(new TextArea("{\n  \"sku\": \"KB-77\",\n  \"quantity\": 2\n}"), "code");
        json.setPrefRowCount(5);
        Button run = styled(new Button("Run", Icons.RUN.view()), "primary-button");
        ProgressBar progress = new ProgressBar(0.4);
        progress.setMaxWidth(Double.MAX_VALUE);
        VBox fields = new VBox(
                8,
                styled(new Label("Arguments"), "section-title"),
                new TextField("KB-77"),
                invalid,
                styled(new Label("quantity is a number"), "text-error", "small"),
                choice,
                gift,
                new CheckBox("Express"),
                json,
                new HBox(8, run, new Button("Cancel"), styled(new Button("Delete"), "danger-button")),
                progress,
                new HBox(
                        6,
                        styled(new Label("ok"), "pill", "ok"),
                        styled(new Label("failed"), "pill", "error"),
                        styled(new Label("info"), "pill", "info"),
                        styled(new Label("3"), "badge"),
                        styled(new Label("Ctrl K"), "key-hint")));
        fields.setStyle("-fx-padding: 8px 12px 12px 12px");
        return styled(
                new VBox(
                        styled(
                                new HBox(new Label("Run"), spring(), styled(new Label("5 runs"), "dim")),
                                "panel-header"),
                        fields),
                "panel");
    }

    private static Node bottom() {
        ToggleButton tree = styled(new ToggleButton("Call tree"), "tab-item");
        tree.setSelected(true);
        HBox tabs = styled(
                new HBox(
                        tree,
                        styled(new ToggleButton("Console"), "tab-item"),
                        styled(new ToggleButton("Problems"), "tab-item"),
                        spring(),
                        styled(new Label("184.2 ms · 12 spans"), "dim", "small"),
                        tool(Icons.ZOOM_IN),
                        tool(Icons.ZOOM_OUT)),
                "tab-strip",
                "underlined");
        TreeTableView<String> table =
                new TreeTableView<>(item("place(order)", item("fetch api.stripe.com", item("TLS")), item("insert")));
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Call", 420, row -> row));
        table.getColumns().add(figure(column("Total", 90, row -> "184.2 ms")));
        table.getColumns().add(figure(column("Self", 90, row -> "4.1 ms")));
        table.getColumns().add(column("Status", 100, row -> "done"));
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(tabs, table);
    }

    private static TreeTableColumn<String, String> column(
            String title, double width, java.util.function.UnaryOperator<String> value) {
        TreeTableColumn<String, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(value.apply(row.getValue().getValue())));
        return column;
    }

    private static TreeTableColumn<String, String> figure(TreeTableColumn<String, String> column) {
        column.getStyleClass().add("figure");
        return column;
    }

    static FlowPane icons() {
        FlowPane pane = new FlowPane(14, 12);
        pane.setStyle("-fx-padding: 16px");
        for (Icons icon : Icons.values()) {
            Label label = styled(new Label(icon.name(), icon.view()), "small");
            label.setPrefWidth(160);
            pane.getChildren().add(label);
        }
        return pane;
    }

    private static Button tool(Icons icon) {
        Button button = styled(new Button(null, icon.view()), "tool-button");
        button.setAccessibleText(icon.name());
        return button;
    }

    private static Region separator() {
        return styled(new Region(), "tool-separator");
    }

    private static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    private static Node styledPadded(Region field) {
        VBox.setMargin(field, new javafx.geometry.Insets(0, 8, 8, 8));
        return field;
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
