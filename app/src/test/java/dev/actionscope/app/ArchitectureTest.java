package dev.actionscope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules that hold the modules apart and the code small. An exception is named here, with its reason.
class ArchitectureTest {
    private static final int MAX_LINES = 500;
    private static final int MAX_PARAMETERS = 6;
    /// Mirrors the record `Span` while it is being made.
    private static final Set<String> LONG_CONSTRUCTORS = Set.of("dev.actionscope.runtime.run.OpenSpan");

    private static final List<String> MODULES =
            List.of("icons", "editor", "inspector", "local-runtime", "app", "view-testing");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/view-testing/"))
            .importPackages("dev.actionscope");

    @Test
    void icons_know_no_other_module() {
        noClasses()
                .that()
                .resideInAPackage("dev.actionscope.icons..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.actionscope.editor..",
                        "dev.actionscope.inspector..",
                        "dev.actionscope.runtime..",
                        "dev.actionscope.app..")
                .check(OURS);
    }

    @Test
    void the_editor_knows_only_icons() {
        noClasses()
                .that()
                .resideInAPackage("dev.actionscope.editor..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.actionscope.inspector..", "dev.actionscope.runtime..", "dev.actionscope.app..")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void the_inspector_knows_icons_and_the_runtimes_trace_and_host_records() {
        noClasses()
                .that()
                .resideInAPackage("dev.actionscope.inspector..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.actionscope.editor..",
                        "dev.actionscope.app..",
                        "dev.actionscope.runtime.isolate..",
                        "dev.actionscope.runtime.seam..",
                        "dev.actionscope.runtime.bundle..",
                        "dev.actionscope.runtime.database..")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void the_runtime_knows_no_other_module_and_no_toolkit() {
        noClasses()
                .that()
                .resideInAPackage("dev.actionscope.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.actionscope.icons..",
                        "dev.actionscope.editor..",
                        "dev.actionscope.inspector..",
                        "dev.actionscope.app..",
                        "javafx..")
                .check(OURS);
    }

    @Test
    void the_inspector_is_headless_outside_its_views() {
        noClasses()
                .that()
                .resideInAPackage("dev.actionscope.inspector..")
                .and()
                .resideOutsideOfPackage("dev.actionscope.inspector.view..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void the_engine_stays_inside_the_runtime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.actionscope.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.graalvm..", "com.oracle.truffle..")
                .check(OURS);
    }

    @Test
    void the_window_reaches_projects_only_through_the_hosts_records() {
        noClasses()
                .that()
                .resideInAPackage("dev.actionscope.app..")
                .and()
                .resideOutsideOfPackage("dev.actionscope.app.cli..")
                .and()
                .haveSimpleNameNotContaining("Launcher")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.actionscope.runtime.isolate..",
                        "dev.actionscope.runtime.seam..",
                        "dev.actionscope.runtime.database..")
                .check(OURS);
    }

    @Test
    void one_class_brings_work_to_the_fx_thread() {
        noClasses()
                .that()
                .resideInAPackage("dev.actionscope.app..")
                .and()
                .haveNameNotMatching(".*\\.FxQueue(\\$.*)?")
                .and()
                // Starts and ends the toolkit itself.
                .haveNameNotMatching(".*\\.WorkbenchPicture(\\$.*)?")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .check(OURS);
    }

    @Test
    void packages_are_named_after_features() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..impl..", "..manager..", "..common..", "..helpers..")
                .check(OURS);
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(OURS);
    }

    @Test
    void constructors_are_short() {
        classes()
                .that()
                .areNotAssignableTo(Record.class)
                .should(new ArchCondition<>("have constructors of at most " + MAX_PARAMETERS + " parameters") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaConstructor constructor : type.getConstructors()) {
                            int implicit = type.isInnerClass() || type.isEnum() ? 2 : 0;
                            boolean isShort = constructor.getRawParameterTypes().size() <= MAX_PARAMETERS + implicit
                                    || LONG_CONSTRUCTORS.contains(type.getName());
                            events.add(new SimpleConditionEvent(constructor, isShort, constructor.getFullName()));
                        }
                    }
                })
                .check(OURS);
    }

    @Test
    void no_class_holds_state_in_statics() {
        classes()
                .should(new ArchCondition<>("have no static fields that change") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaField field : type.getFields()) {
                            Set<JavaModifier> modifiers = field.getModifiers();
                            boolean changes = modifiers.contains(JavaModifier.STATIC)
                                    && !modifiers.contains(JavaModifier.FINAL)
                                    && !field.getName().startsWith("$");
                            events.add(new SimpleConditionEvent(field, !changes, field.getFullName()));
                        }
                    }
                })
                .check(OURS);
    }

    @Test
    void files_are_short() throws IOException {
        Path root = Path.of(System.getProperty("actionscope.root"));
        List<String> tooLong = new ArrayList<>();
        int seen = 0;
        for (String module : MODULES) {
            for (Path file : sources(root.resolve(module).resolve("src"))) {
                seen++;
                int lines = Files.readAllLines(file).size();
                if (lines > MAX_LINES) {
                    tooLong.add(root.relativize(file) + ": " + lines);
                }
            }
        }
        assertTrue(seen > 50, "too few files seen: " + seen);
        assertEquals(List.of(), tooLong);
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
