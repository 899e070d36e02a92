package io.github.mcpmigrate.recipes.springai;

import java.util.Optional;
import java.util.Set;
import org.openrewrite.java.tree.JavaSourceFile;

/** What the sources of one module show of its server. */
final class ModuleCode {

  /** What the code of an application of Spring Boot imports from it, one of them. */
  private static final Set<String> APPLICATIONS =
      Set.of(
          "SpringBootApplication",
          "EnableAutoConfiguration",
          "SpringApplication",
          "SpringApplicationBuilder",
          "SpringBootServletInitializer",
          "*");

  private static final Set<String> STREAMABLE =
      Set.of("WebMvcStreamableServerTransportProvider", "WebFluxStreamableServerTransportProvider");

  private boolean isThere;
  private boolean hasApplication;
  private Optional<String> ownTransport = Optional.empty();

  /** Takes in a source. */
  void read(JavaSourceFile code) {
    isThere = true;
    hasApplication |=
        code.getImports().stream()
            .filter(imported -> imported.getPackageName().startsWith("org.springframework.boot"))
            .anyMatch(imported -> APPLICATIONS.contains(imported.getClassName()));
    code.getTypesInUse().getUsedMethods().stream()
        .filter(method -> "builder".equals(method.getName()))
        .map(method -> method.getDeclaringType().getClassName())
        .filter(STREAMABLE::contains)
        .forEach(made -> ownTransport = Optional.of(made));
  }

  /** Whether an application is started here. */
  boolean starts() {
    return hasApplication;
  }

  /** Whether an application is started here, as far as the sources show. */
  boolean mayStart() {
    return hasApplication || !isThere;
  }

  /** Why both transports cannot be served by the starter, if code is the reason. */
  Optional<String> obstacleToBoth() {
    return ownTransport.map(
        made ->
            AddCompatStarter.ARTIFACT
                + " does not start beside this module's own "
                + made
                + ": make that a "
                + made.replace("StreamableServer", "Dual")
                + " or remove it, then run again");
  }
}
