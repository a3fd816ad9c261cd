package dev.actionscope.inspector.view.calltree;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A square, a name that has precedence, and a place that gets the room that is left.
final class NameBox extends Region {
    private static final double GAP = 8;
    private static final double LEAST_PLACE = 48;

    private final Region square;
    private final Label name;
    private final Label place;

    NameBox(Region square, Label name, Label place) {
        this.square = square;
        this.name = name;
        this.place = place;
        setMinWidth(0);
        getChildren().addAll(square, name, place);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Double.MAX_VALUE / 4;
    }

    @Override
    protected double computePrefHeight(double width) {
        return name.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double left = 0;
        if (square.isManaged()) {
            double side = square.minWidth(-1);
            layoutInArea(square, 0, 0, side, height, 0, HPos.LEFT, VPos.CENTER);
            left = side + GAP;
        }
        double room = Math.max(0, getWidth() - left);
        double nameWidth = Math.min(name.prefWidth(-1), room);
        layoutInArea(name, left, 0, nameWidth, height, 0, HPos.LEFT, VPos.CENTER);
        double rest = room - nameWidth - GAP;
        boolean fits = !place.getText().isEmpty() && rest >= Math.min(LEAST_PLACE, place.prefWidth(-1));
        place.setVisible(fits);
        if (fits) {
            double placeWidth = Math.min(place.prefWidth(-1), rest);
            layoutInArea(place, left + nameWidth + GAP, 0, placeWidth, height, 0, HPos.LEFT, VPos.CENTER);
        }
    }
}
