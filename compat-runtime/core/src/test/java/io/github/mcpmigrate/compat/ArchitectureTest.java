package io.github.mcpmigrate.compat;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/**
 * The direction of dependencies in the engine: json, flow, conversation, backend, door, transport.
 */
@AnalyzeClasses(
    packages = "io.github.mcpmigrate.compat",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule layers =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("settings")
          .definedBy("..compat.settings..")
          .layer("authorization")
          .definedBy("..compat.authorization..")
          .layer("json")
          .definedBy("..compat.json..")
          .layer("flow")
          .definedBy("..compat.flow..")
          .layer("conversation")
          .definedBy("..compat.conversation..")
          .layer("backend")
          .definedBy("..compat.backend..")
          .layer("door")
          .definedBy("..compat.door..")
          .layer("transport")
          .definedBy("..compat.transport..")
          .layer("engine")
          .definedBy("..compat.engine..")
          .whereLayer("engine")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("backend")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("transport")
          .mayOnlyBeAccessedByLayers("engine")
          .whereLayer("door")
          .mayOnlyBeAccessedByLayers("transport", "engine")
          .whereLayer("conversation")
          .mayOnlyBeAccessedByLayers("backend", "door", "transport", "engine")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers("door", "transport", "engine")
          .whereLayer("json")
          .mayOnlyBeAccessedByLayers("conversation", "backend", "transport", "engine")
          .whereLayer("authorization")
          .mayOnlyBeAccessedByLayers("settings", "engine")
          .whereLayer("settings")
          .mayOnlyBeAccessedByLayers("transport", "engine");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.github.mcpmigrate.compat.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jacksonOnlyReadsEnvelopes =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("..compat.json..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule onlyTheMetersKnowMicrometer =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("..compat.meters..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "io.github.mcpmigrate.compat.meters..");

  @ArchTest
  static final ArchRule noWebStackInTheCore =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "javax..",
              "reactor..",
              "org.springframework..",
              "io.modelcontextprotocol..");
}
