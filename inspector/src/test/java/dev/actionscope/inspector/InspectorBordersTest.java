package dev.actionscope.inspector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class InspectorBordersTest {
    private final JavaClasses inspector = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.actionscope.inspector");

    @Test
    void only_the_views_know_the_toolkit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.actionscope.inspector.view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "dev.actionscope.icons..", "dev.actionscope.inspector.view..")
                .check(inspector);
    }

    @Test
    void of_the_runtime_only_its_trace_and_the_summary_of_a_run_are_known() {
        classes()
                .that()
                .resideInAnyPackage(
                        "dev.actionscope.inspector.model..",
                        "dev.actionscope.inspector.calltree..",
                        "dev.actionscope.inspector.timeline..",
                        "dev.actionscope.inspector.findings..",
                        "dev.actionscope.inspector.console..",
                        "dev.actionscope.inspector.result..",
                        "dev.actionscope.inspector.value..",
                        "dev.actionscope.inspector.view..")
                .should()
                .onlyDependOnClassesThat(new RuntimeTypes())
                .check(inspector);
    }

    @Test
    void features_do_not_depend_on_each_other_in_circles() {
        slices().matching("dev.actionscope.inspector.(*)..")
                .should()
                .beFreeOfCycles()
                .check(inspector);
    }

    private static final class RuntimeTypes
            extends com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> {
        RuntimeTypes() {
            super("are the runtime's trace, its RunSummary, or not of the runtime");
        }

        @Override
        public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
            String name = type.getName();
            return !name.startsWith("dev.actionscope.runtime.")
                    || name.startsWith("dev.actionscope.runtime.trace.")
                    || name.equals("dev.actionscope.runtime.host.RunSummary");
        }
    }
}
