package dev.actionscope.app.arguments;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The fields for one function's arguments.
public final class ArgumentFormView extends VBox {
    private final BooleanProperty showsAllErrors = new SimpleBooleanProperty(false);

    /// Shows what is entered in `root` and edits it.
    public ArgumentFormView(FormNode root) {
        getStyleClass().add("argument-form");
        if (root instanceof FieldsNode fields) {
            addFields(this, fields, "arg");
        } else {
            getChildren().add(field("arguments", "arg", "any JSON object", root));
        }
    }

    /// Shows what is wrong also in fields that nobody has touched yet.
    public void showAllErrors() {
        showsAllErrors.set(true);
    }

    private void addFields(VBox box, FieldsNode fields, String path) {
        if (fields.fields().isEmpty()) {
            box.getChildren().add(styled(new Label("Takes no arguments."), "dim"));
        }
        for (Map.Entry<String, FormNode> entry : fields.fields().entrySet()) {
            String label = fields.field(entry.getKey()).validator().label();
            box.getChildren().add(field(entry.getKey(), path + "-" + entry.getKey(), label, entry.getValue()));
        }
    }

    private Node field(String name, String path, String type, FormNode node) {
        VBox box = styled(new VBox(), "form-field");
        Label title = styled(new Label(name), "form-name");
        Label kind = styled(new Label(type), "form-type");
        HBox.setHgrow(kind, Priority.ALWAYS);
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox header = styled(new HBox(title, kind), "form-header");
        box.getChildren().add(header);
        FormNode inner = node;
        if (node instanceof OptionalNode optional) {
            CheckBox given = new CheckBox("set");
            given.setId(path + "-set");
            given.getStyleClass().add("form-optional");
            given.selectedProperty().bindBidirectional(optional.presentProperty());
            header.getChildren().add(given);
            inner = optional.inner();
        }
        Node control = control(inner, path);
        if (control instanceof Region region && title.getLabelFor() == null) {
            title.setLabelFor(region);
        }
        Node body = new VBox(control, error(inner));
        if (node instanceof OptionalNode optional) {
            body.visibleProperty().bind(optional.presentProperty());
            body.managedProperty().bind(optional.presentProperty());
        }
        box.getChildren().add(body);
        return box;
    }

    /// The control for a node; its id is the path of the value, as in `arg-customer-email`.
    private Node control(FormNode node, String path) {
        return switch (node) {
            case TextNode text -> new TextNodeView(text, path);
            case ChoiceNode choice -> ChoiceViews.choice(choice, path);
            case UnionNode union -> ChoiceViews.union(union, path, this::control);
            case ListNode list -> new ListNodeView(list, path, this::withError);
            case DictionaryNode dictionary -> new DictionaryNodeView(dictionary, path, this::withError);
            case OptionalNode optional -> control(optional.inner(), path);
            case FieldsNode fields -> {
                VBox box = styled(new VBox(), "form-nested");
                addFields(box, fields, path);
                yield box;
            }
        };
    }

    private Node withError(FormNode node, String path) {
        VBox box = new VBox(control(node, path), error(node));
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Label error(FormNode node) {
        Label label = styled(new Label(), "form-error");
        label.setWrapText(true);
        label.textProperty().bind(node.errorProperty());
        BooleanProperty touched = new SimpleBooleanProperty(false);
        node.onChange(() -> touched.set(true));
        label.visibleProperty()
                .bind(Bindings.and(node.errorProperty().isNotEmpty(), Bindings.or(touched, showsAllErrors)));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    static <T extends Node> T styled(T node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
