package dev.actionscope.app.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the workbench remembers for its user, whatever project is open.
///
/// @param theme `dark` or `light`
/// @param engine `interpreter` or `optimising`
/// @param window where the window was, null before the first time
/// @param dividers positions from 0 to 1 by the split's name
/// @param hidden names of the panes that are closed
/// @param recentProjects absolute paths, newest first
public record Settings(
        String theme,
        String engine,
        @Nullable Window window,
        Map<String, Double> dividers,
        List<String> hidden,
        List<String> recentProjects) {
    private static final int RECENT = 12;

    /// What a first start has.
    public static final Settings DEFAULT = new Settings("dark", "interpreter", null, Map.of(), List.of(), List.of());

    @SuppressWarnings("ConstantValue") // a file written by hand may lack any of them
    public Settings {
        theme = "light".equals(theme) ? "light" : "dark";
        engine = "optimising".equals(engine) ? "optimising" : "interpreter";
        dividers = dividers == null ? Map.of() : Map.copyOf(dividers);
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        recentProjects = recentProjects == null ? List.of() : List.copyOf(recentProjects);
    }

    /// A window's place on the screen.
    public record Window(double x, double y, double width, double height, boolean isMaximized) {}

    /// The same with another theme.
    public Settings withTheme(String changed) {
        return new Settings(changed, engine, window, dividers, hidden, recentProjects);
    }

    /// The same with another engine.
    public Settings withEngine(String changed) {
        return new Settings(theme, changed, window, dividers, hidden, recentProjects);
    }

    /// The same with the window elsewhere.
    public Settings withWindow(Window changed) {
        return new Settings(theme, engine, changed, dividers, hidden, recentProjects);
    }

    /// The same with one divider moved.
    public Settings withDivider(String name, double position) {
        Map<String, Double> changed = new LinkedHashMap<>(dividers);
        changed.put(name, position);
        return new Settings(theme, engine, window, changed, hidden, recentProjects);
    }

    /// The same with one pane closed or opened.
    public Settings withHidden(String pane, boolean isHidden) {
        List<String> changed = new ArrayList<>(hidden);
        changed.remove(pane);
        if (isHidden) {
            changed.add(pane);
        }
        return new Settings(theme, engine, window, dividers, changed, recentProjects);
    }

    /// The same with that project as the newest.
    public Settings withRecent(String project) {
        List<String> changed = new ArrayList<>(recentProjects);
        changed.remove(project);
        changed.addFirst(project);
        return new Settings(
                theme, engine, window, dividers, hidden, changed.subList(0, Math.min(RECENT, changed.size())));
    }

    /// The same without that project.
    public Settings withoutRecent(String project) {
        List<String> changed = new ArrayList<>(recentProjects);
        changed.remove(project);
        return new Settings(theme, engine, window, dividers, hidden, changed);
    }
}
