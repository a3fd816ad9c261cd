package dev.actionscope.icons;

import static org.kordamp.ikonli.materialdesign2.MaterialDesignA.ALERT;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignB.BUG_OUTLINE;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignC.CODE_BRACES;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignD.DEBUG_STEP_INTO;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignD.DEBUG_STEP_OUT;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignD.DEBUG_STEP_OVER;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignL.LANGUAGE_JAVASCRIPT;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignL.LANGUAGE_TYPESCRIPT;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignN.NODEJS;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Every icon of the product, by what it means.
///
/// [#view] gives a node of 16 pixels in the colour that the meaning has; style classes change both:
/// `icon-small` (14), `icon-tiny` (12), `icon-large` (20), `icon-huge` (40), and `tone-dim`, `tone-text`,
/// `tone-accent`, `tone-ok`, `tone-error`, `tone-warning`, `tone-info`, `tone-on-strong`, `tone-kind-…`.
/// Never style an icon with `setStyle`: it would lose its glyphs.
public enum Icons {
    // Functions and what they call.
    FUNCTION_QUERY(Feather.EYE, "kind-query"),
    FUNCTION_MUTATION(Feather.EDIT_2, "kind-mutation"),
    FUNCTION_ACTION(Feather.ZAP, "kind-action"),
    HTTP_ACTION(Feather.GLOBE, "kind-action"),
    FETCH(Feather.SEND, "kind-fetch"),
    DATABASE(Feather.DATABASE, "kind-db"),
    SCHEDULE(Feather.CALENDAR, "kind-schedule"),
    STORAGE(Feather.HARD_DRIVE, "kind-storage"),
    TIMER(Feather.CLOCK, "kind-timer"),
    NODE_RUNTIME(NODEJS, "ok"),
    CONVEX_RUNTIME(Feather.HEXAGON, "dim"),
    // Running and debugging.
    RUN(Feather.PLAY, "ok"),
    RUN_AGAIN(Feather.ROTATE_CW, "text"),
    STOP(MaterialDesignS.STOP, "error"),
    DEBUG(BUG_OUTLINE, "accent"),
    PAUSE(Feather.PAUSE, "text"),
    RESUME(MaterialDesignP.PLAY, "ok"),
    STEP_OVER(DEBUG_STEP_OVER, "text"),
    STEP_INTO(DEBUG_STEP_INTO, "text"),
    STEP_OUT(DEBUG_STEP_OUT, "text"),
    STEP_BACK(MaterialDesignS.STEP_BACKWARD, "text"),
    BREAKPOINT(MaterialDesignC.CIRCLE, "error"),
    // How it went.
    SUCCESS(Feather.CHECK_CIRCLE, "ok"),
    FAILURE(Feather.X_CIRCLE, "error"),
    CANCELED(Feather.SLASH, "dim"),
    RUNNING(Feather.LOADER, "accent"),
    DANGLING(Feather.LINK_2, "warning"),
    PROBLEM_ERROR(Feather.ALERT_CIRCLE, "error"),
    PROBLEM_WARNING(Feather.ALERT_TRIANGLE, "warning"),
    PROBLEM_INFO(Feather.INFO, "info"),
    SEVERE(ALERT, "warning"),
    // Views.
    FUNCTIONS(MaterialDesignF.FUNCTION_VARIANT, "text"),
    HISTORY(Feather.CLOCK, "text"),
    CONSOLE(Feather.TERMINAL, "text"),
    TIMELINE(Feather.BAR_CHART_2, "text"),
    TREE(Feather.GIT_MERGE, "text"),
    FINDINGS(Feather.ALERT_TRIANGLE, "text"),
    RESULT(MaterialDesignC.CODE_JSON, "text"),
    ARGUMENTS(Feather.SLIDERS, "text"),
    MEMORY(Feather.CPU, "dim"),
    TIME(Feather.WATCH, "dim"),
    LOCATION(Feather.CORNER_DOWN_RIGHT, "dim"),
    // Files.
    FOLDER(MaterialDesignF.FOLDER, "dim"),
    FOLDER_OPEN(MaterialDesignF.FOLDER_OPEN, "dim"),
    PROJECT(Feather.BOX, "accent"),
    FILE(Feather.FILE, "dim"),
    FILE_TS(LANGUAGE_TYPESCRIPT, "accent"),
    FILE_JS(LANGUAGE_JAVASCRIPT, "warning"),
    FILE_JSON(CODE_BRACES, "warning"),
    FILE_MARKDOWN(Feather.FILE_TEXT, "dim"),
    PACKAGE(Feather.PACKAGE, "dim"),
    SAVE(Feather.SAVE, "text"),
    // Doing things.
    SETTINGS(Feather.SETTINGS, "text"),
    SEARCH(Feather.SEARCH, "dim"),
    FILTER(Feather.FILTER, "text"),
    ADD(Feather.PLUS, "text"),
    REMOVE(Feather.TRASH_2, "text"),
    CLEAR(Feather.X, "dim"),
    CLOSE(Feather.X, "dim"),
    MORE(Feather.MORE_HORIZONTAL, "text"),
    MENU(Feather.MENU, "text"),
    COPY(Feather.COPY, "text"),
    EDIT(Feather.EDIT_3, "text"),
    EXTERNAL(Feather.EXTERNAL_LINK, "text"),
    REFRESH(Feather.REFRESH_CW, "text"),
    DOWNLOAD(Feather.DOWNLOAD, "text"),
    UNDO(Feather.CORNER_UP_LEFT, "text"),
    CHECK(Feather.CHECK, "text"),
    COMMAND(Feather.COMMAND, "text"),
    ZOOM_IN(Feather.ZOOM_IN, "text"),
    ZOOM_OUT(Feather.ZOOM_OUT, "text"),
    ZOOM_FIT(Feather.MAXIMIZE_2, "text"),
    EXPAND_ALL(Feather.CHEVRONS_DOWN, "text"),
    COLLAPSE_ALL(Feather.CHEVRONS_UP, "text"),
    CHEVRON_RIGHT(Feather.CHEVRON_RIGHT, "dim"),
    CHEVRON_LEFT(Feather.CHEVRON_LEFT, "dim"),
    CHEVRON_DOWN(Feather.CHEVRON_DOWN, "dim"),
    CHEVRON_UP(Feather.CHEVRON_UP, "dim"),
    ARROW_LEFT(Feather.ARROW_LEFT, "text"),
    ARROW_RIGHT(Feather.ARROW_RIGHT, "text"),
    ARROW_UP(Feather.ARROW_UP, "text"),
    ARROW_DOWN(Feather.ARROW_DOWN, "text"),
    SIDEBAR(Feather.SIDEBAR, "text"),
    LAYOUT(Feather.LAYOUT, "text"),
    KEYBOARD(MaterialDesignK.KEYBOARD_OUTLINE, "text"),
    THEME_DARK(Feather.MOON, "text"),
    THEME_LIGHT(Feather.SUN, "text"),
    HELP(Feather.HELP_CIRCLE, "text"),
    // Trust and secrets.
    LOCK(Feather.LOCK, "dim"),
    UNLOCK(Feather.UNLOCK, "dim"),
    TRUST(Feather.SHIELD, "text"),
    KEY(Feather.KEY, "text"),
    IDENTITY(Feather.USER, "text"),
    NETWORK(Feather.WIFI, "text"),
    OFFLINE(Feather.WIFI_OFF, "dim");

    private final Ikon glyph;
    private final String tone;

    Icons(Ikon glyph, String tone) {
        this.glyph = glyph;
        this.tone = "tone-" + tone;
    }

    /// A new node showing this icon, with more style classes if given; a tone among them replaces its own.
    public FontIcon view(String... styleClasses) {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().addAll("icon", tone);
        for (String styleClass : styleClasses) {
            if (styleClass.startsWith("tone-")) {
                icon.getStyleClass().remove(tone);
            }
            icon.getStyleClass().add(styleClass);
        }
        return icon;
    }

    /// The icon of a file, by its name.
    public static Icons forFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return switch (ending) {
            case "ts", "tsx", "mts", "cts" -> FILE_TS;
            case "js", "jsx", "mjs", "cjs" -> FILE_JS;
            case "json", "jsonc", "jsonl" -> FILE_JSON;
            case "md", "mdx" -> FILE_MARKDOWN;
            default -> FILE;
        };
    }
}
