package dev.actionscope.app.workbench;

import dev.actionscope.app.arguments.ArgumentsViewModel;
import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.app.notice.Notice;
import dev.actionscope.app.notice.NoticeStack;
import dev.actionscope.app.overlay.Overlay;
import dev.actionscope.app.overlay.Palette;
import dev.actionscope.app.project.BannerView;
import dev.actionscope.app.project.FileTreeView;
import dev.actionscope.app.project.FunctionListView;
import dev.actionscope.app.project.GateView;
import dev.actionscope.app.project.ProblemsView;
import dev.actionscope.app.run.RunPanel;
import dev.actionscope.app.settings.ProjectMemory.Options;
import dev.actionscope.app.settings.Settings;
import dev.actionscope.app.start.StartScreen;
import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.Theme;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.trace.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The workbench: one window on one project.
///
/// FX thread only. Owns the runtime host: closing ends it.
public final class Workbench implements AutoCloseable {
    private final WorkbenchServices services;
    private final WorkbenchModel model;
    private final WorkbenchParts parts;
    private final WorkbenchActions act;
    private final CommandRegistry commands;
    private final StackPane root;
    private @Nullable Stage stage;

    private Workbench(WorkbenchServices services) {
        this.services = services;
        NoticeStack notices = new NoticeStack(Duration.seconds(8));
        Overlay overlay = new Overlay();
        model = new WorkbenchModel(services, notices);
        act = new WorkbenchActions(services, model, this::parts, this::search, this::requestClose);
        commands = WorkbenchCommands.of(model, act);
        parts = parts(notices, overlay);
        root = layout();
        WorkbenchBindings.bind(model, parts);
        services.warnings().forEach(line -> parts.status().say(line));
    }

    /// Makes the workbench's content, starts its host, and opens the project that `services` names.
    ///
    /// @return the workbench; its [#root] belongs into a scene, then [#install] makes keys and theme work
    public static Workbench create(WorkbenchServices services) {
        Workbench workbench = new Workbench(services);
        workbench.model.host().start();
        if (services.project() != null) {
            workbench.act.open(services.project());
        }
        return workbench;
    }

    /// Makes the workbench and shows it in a window, as large and where it was the last time.
    public static Workbench create(WorkbenchServices services, Stage stage) {
        Workbench workbench = create(services);
        Settings.Window place = workbench.place();
        Scene scene = new Scene(workbench.root(), place.width(), place.height());
        workbench.install(scene);
        workbench.stage = stage;
        stage.setTitle("Actionscope");
        stage.setMinWidth(880);
        stage.setMinHeight(560);
        stage.setScene(scene);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setMaximized(place.isMaximized());
        stage.setOnCloseRequest(workbench::onCloseRequest);
        stage.focusedProperty().addListener((o, before, now) -> {
            if (now) {
                workbench.parts.editor().checkFiles();
                workbench.parts.files().reload();
            }
        });
        stage.show();
        return workbench;
    }

    /// Everything to see.
    public Parent root() {
        return root;
    }

    /// Makes keys and theme work in the scene.
    public void install(Scene scene) {
        commands.install(scene);
        Consumer<Settings> theme =
                settings -> (settings.theme().equals("dark") ? Theme.DARK : Theme.LIGHT).apply(scene);
        scene.getStylesheets().add(Workbench.class.getResource("workbench.css").toExternalForm());
        theme.accept(model.preferences().settings());
        model.preferences().settingsProperty().addListener((o, before, now) -> {
            if (!before.theme().equals(now.theme())) {
                theme.accept(now);
            }
        });
    }

    /// The commands, for tests and tools that drive the workbench.
    public CommandRegistry commands() {
        return commands;
    }

    /// Opens a project.
    public void open(Path folder) {
        act.open(folder);
    }

    /// Shows a run as if it had just been made.
    ///
    /// @param function chosen beside it, null to leave the choice as it is
    void show(RunResult result, @Nullable FunctionInfo function) {
        if (function != null) {
            model.desk().choose(function);
            act.openFunction(function);
        }
        model.run().show(result);
    }

    EditorPane editor() {
        return parts.editor();
    }

    WorkbenchModel model() {
        return model;
    }

    /// Remembers the layout and ends the host.
    @Override
    public void close() {
        act.rememberTabs();
        if (stage != null && !stage.isIconified()) {
            Settings.Window place = new Settings.Window(
                    stage.getX(),
                    stage.getY(),
                    stage.getScene().getWidth(),
                    stage.getScene().getHeight(),
                    stage.isMaximized());
            model.preferences().change(settings -> settings.withWindow(place));
        }
        model.close();
    }

    private WorkbenchParts parts() {
        return parts;
    }

    private Search search() {
        return new Search(model, commands, new Palette(parts.overlay()), act);
    }

    private WorkbenchParts parts(NoticeStack notices, Overlay overlay) {
        FileTreeView files = new FileTreeView(
                services.background(), model.fx(), act::openFile, line -> notices.accept(Notice.warning(line)));
        FunctionListView functions = new FunctionListView(act::openFunction, act::choose);
        StatusBar status = new StatusBar(commands);
        EditorPane editor = new EditorPane(services.background(), model.fx(), overlay, status::showCaret);
        editor.setPlaceholder(new EmptyState(
                Icons.FILE_TS,
                "No file is open",
                "Choose a file or a function at the left to see its source.",
                CommandButton.text(commands.get("go.file"), "Go to file…")));
        GateView gate = new GateView(commands, model.project().installLines());
        BannerView banner = new BannerView(commands);
        RunPanel runPanel = new RunPanel(commands, new FromRunPanel());
        ProblemsView problems = new ProblemsView(act::openSource);
        InspectorPane inspector = new InspectorPane(model, act, problems);
        VBox centre = new VBox(banner, new StackPane(editor.view(), gate));
        VBox.setVgrow(centre.getChildren().getLast(), Priority.ALWAYS);
        SideRail rail = new SideRail(commands);
        WorkbenchView view = new WorkbenchView(
                model.preferences(),
                rail,
                new WorkbenchView.Regions(
                        new TitledRegion(
                                "Project", files, CommandButton.icon(commands.get("file.refresh"), Icons.REFRESH)),
                        new TitledRegion("Functions", functions),
                        centre,
                        runPanel,
                        inspector.view()));
        StartScreen start = new StartScreen(
                commands,
                services.background(),
                model.fx(),
                act::open,
                path -> model.preferences().change(settings -> settings.withoutRecent(path)));
        return new WorkbenchParts(
                new TopBar(commands),
                status,
                rail,
                start,
                view,
                files,
                functions,
                editor,
                gate,
                banner,
                runPanel,
                inspector,
                problems,
                overlay,
                notices);
    }

    private StackPane layout() {
        BorderPane frame = new BorderPane(new StackPane(parts.view(), parts.start()));
        frame.setTop(parts.top());
        frame.setBottom(parts.status());
        StackPane.setAlignment(parts.notices(), Pos.BOTTOM_RIGHT);
        StackPane all = new StackPane(frame, parts.notices(), parts.overlay());
        all.getStyleClass().add("workbench-root");
        return all;
    }

    private Settings.Window place() {
        Settings.Window known = model.preferences().settings().window();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean isOnScreen = known != null
                && !Screen.getScreensForRectangle(known.x() + 40, known.y() + 10, 80, 20)
                        .isEmpty();
        if (known != null && isOnScreen) {
            return known;
        }
        double width = Math.min(1600, screen.getWidth());
        double height = Math.min(1000, screen.getHeight());
        return new Settings.Window(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }

    private void onCloseRequest(WindowEvent event) {
        event.consume();
        requestClose();
    }

    private void requestClose() {
        act.unlessUnsaved("Quit", () -> {
            close();
            if (stage != null) {
                stage.hide();
            }
        });
    }

    /// What the run panel asks for.
    private final class FromRunPanel implements RunPanel.Requests {
        @Override
        public void chooseArguments(ArgumentsViewModel arguments) {
            choose("Arguments as a JSON file", file -> use(file, arguments));
        }

        @Override
        public void keepArguments(String text, ArgumentsViewModel arguments) {
            Path file = services.configFolder().resolve("pasted-arguments.json");
            services.background().execute(() -> {
                try {
                    Files.createDirectories(services.configFolder());
                    Files.writeString(file, text);
                    use(file, arguments);
                } catch (IOException e) {
                    say(Notice.error("The pasted arguments cannot be kept in " + file + ": " + e.getMessage()
                            + ". Put them into a file and choose it under “File”."));
                }
            });
        }

        @Override
        public void chooseStubs(Consumer<String> chosen) {
            choose("Answers for fetch", file -> model.fx().execute(() -> chosen.accept(file.toString())));
        }

        @Override
        public void changed(Options options) {
            model.preferences().changeProject(memory -> memory.withOptions(options));
        }

        private void choose(String title, Consumer<Path> chosen) {
            Path file = services.choosers()
                    .file(
                            root.getScene().getWindow(),
                            title,
                            model.project().rootProperty().get());
            if (file != null) {
                services.background().execute(() -> chosen.accept(file));
            }
        }

        private void use(Path file, ArgumentsViewModel arguments) {
            try {
                long bytes = Files.size(file);
                model.fx().execute(() -> arguments.useFile(file, bytes));
            } catch (IOException e) {
                say(Notice.error("The file " + file + " cannot be read: " + e.getMessage()));
            }
        }

        private void say(Notice notice) {
            model.fx().execute(() -> parts.notices().accept(notice));
        }
    }
}
