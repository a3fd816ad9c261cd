package dev.actionscope.app.workbench;

import dev.actionscope.app.settings.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The fixed regions of the window: side bar, centre, right side and bottom, each of the outer ones can be closed.
/// Sizes and closed regions are remembered.
final class WorkbenchView extends BorderPane {
    private static final Map<String, Double> DEFAULTS =
            Map.of("left", 0.17, "right", 0.76, "bottom", 0.60, "functions", 0.46);

    private final Preferences preferences;
    private final SplitPane rows = split(Orientation.VERTICAL);
    private final SplitPane columns = split(Orientation.HORIZONTAL);
    private final SplitPane side = split(Orientation.VERTICAL);
    private final Region centre;
    private final Region right;
    private final Region bottom;
    private final PauseTransition settled = new PauseTransition(Duration.millis(400));
    private boolean isArranging;

    /// The regions that can be closed.
    enum Pane {
        LEFT("left"),
        RIGHT("right"),
        BOTTOM("bottom");

        private final String id;

        Pane(String id) {
            this.id = id;
        }
    }

    /// The contents, from left to right and from top to bottom.
    record Regions(Region files, Region functions, Region centre, Region right, Region bottom) {}

    WorkbenchView(Preferences preferences, SideRail rail, Regions regions) {
        this.preferences = preferences;
        this.centre = regions.centre();
        this.right = regions.right();
        this.bottom = regions.bottom();
        getStyleClass().add("workbench");
        side.getItems().setAll(regions.files(), regions.functions());
        minimum(regions.files(), 160, 80);
        minimum(regions.functions(), 160, 90);
        minimum(side, 190, 0);
        minimum(centre, 240, 120);
        minimum(right, 290, 0);
        minimum(bottom, 0, 120);
        SplitPane.setResizableWithParent(side, false);
        SplitPane.setResizableWithParent(right, false);
        SplitPane.setResizableWithParent(bottom, false);
        setLeft(rail);
        setCenter(rows);
        settled.setOnFinished(event -> remember());
        arrange();
        side.setDividerPositions(position("functions"));
        watch(side);
    }

    /// Whether a region is open.
    boolean isOpen(Pane pane) {
        return !preferences.settings().hidden().contains(pane.id);
    }

    /// Opens or closes a region.
    void setOpen(Pane pane, boolean isOpen) {
        if (isOpen(pane) != isOpen) {
            remember();
            preferences.change(settings -> settings.withHidden(pane.id, !isOpen));
            arrange();
        }
    }

    /// The open regions, in the order in which the keyboard goes through them.
    List<Node> panes() {
        List<Node> open = new ArrayList<>();
        if (isOpen(Pane.LEFT)) {
            open.addAll(side.getItems());
        }
        open.add(centre);
        if (isOpen(Pane.RIGHT)) {
            open.add(right);
        }
        if (isOpen(Pane.BOTTOM)) {
            open.add(bottom);
        }
        return open;
    }

    private void arrange() {
        isArranging = true;
        List<Node> across = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        if (isOpen(Pane.LEFT)) {
            across.add(side);
            places.add(position("left"));
        }
        across.add(centre);
        if (isOpen(Pane.RIGHT)) {
            across.add(right);
            places.add(position("right"));
        }
        columns.getItems().setAll(across);
        columns.setDividerPositions(
                places.stream().mapToDouble(Double::doubleValue).toArray());
        rows.getItems().setAll(columns);
        if (isOpen(Pane.BOTTOM)) {
            rows.getItems().add(bottom);
            rows.setDividerPositions(position("bottom"));
        }
        isArranging = false;
        watch(columns);
        watch(rows);
    }

    private double position(String name) {
        double stored = preferences.settings().dividers().getOrDefault(name, -1.0);
        return stored > 0.02 && stored < 0.98 ? stored : DEFAULTS.getOrDefault(name, 0.5);
    }

    private void watch(SplitPane split) {
        split.getDividers()
                .forEach(divider -> divider.positionProperty().addListener((o, before, now) -> {
                    if (!isArranging) {
                        settled.playFromStart();
                    }
                }));
    }

    private void remember() {
        settled.stop();
        double[] across = columns.getDividerPositions();
        if (isOpen(Pane.LEFT) && across.length > 0) {
            remember("left", across[0]);
        }
        if (isOpen(Pane.RIGHT) && across.length > 0) {
            remember("right", across[across.length - 1]);
        }
        if (isOpen(Pane.BOTTOM) && rows.getDividers().size() == 1) {
            remember("bottom", rows.getDividerPositions()[0]);
        }
        remember("functions", side.getDividerPositions()[0]);
    }

    private void remember(String name, double position) {
        double rounded = Math.round(position * 1_000) / 1_000.0;
        preferences.change(settings -> settings.withDivider(name, rounded));
    }

    private static SplitPane split(Orientation orientation) {
        SplitPane pane = new SplitPane();
        pane.setOrientation(orientation);
        return pane;
    }

    private static void minimum(Region region, double width, double height) {
        region.setMinSize(width, height);
    }
}
