package io.github.mcpmigrate.recipes.build;

import static io.github.mcpmigrate.recipes.build.SdkReleases.GROUP;
import static io.github.mcpmigrate.recipes.build.SdkReleases.SPRING_GROUP;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.groovy.tree.G;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.kotlin.tree.K;

/** What coordinates of the SDK in a Gradle build script become; see {@link SdkDependencyMoves}. */
final class GradleMoves {

  private final SdkVersions versions;
  private final BooleanSupplier jackson2;

  GradleMoves(SdkVersions versions, BooleanSupplier jackson2) {
    this.versions = versions;
    this.jackson2 = jackson2;
  }

  /** Where the version of a dependency is written, which may be where the BOM's is. */
  Optional<String> place(GradleDependency sdk) {
    return sdk.place().or(versions::bomPlace);
  }

  /** The group that a dependency moves to, if it does. */
  Optional<String> group(GradleDependency sdk) {
    return movesToSpringAi(sdk) ? Optional.of(SPRING_GROUP) : Optional.empty();
  }

  /** The version that the coordinates themselves have to name from now on, if it changes. */
  Optional<String> version(GradleDependency sdk) {
    Optional<String> before = before(sdk);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    if (movesToSpringAi(sdk)) {
      return before.map(versions::wanted).map(SdkReleases::springAi);
    }
    if (sdk.version() != null) {
      return versions.target(SdkVersions.literal(sdk.artifact(), sdk.version()));
    }
    return sdk.variable() != null && versions.isShared(sdk.variable())
        ? versions.target(before.get(), sdk.artifact())
        : Optional.empty();
  }

  /** The argument that names a dependency, as it is to be. */
  Expression move(Expression argument, GradleDependency sdk) {
    String group = group(sdk).orElse(GROUP);
    String artifact = artifact(sdk);
    Optional<String> version = version(sdk);
    if (version.isPresent()) {
      return literal(argument, group + ":" + artifact + ":" + version.get());
    }
    return artifact.equals(sdk.artifact()) ? argument : withArtifact(argument, sdk, artifact);
  }

  /**
   * The artifacts that have to be added where a dependency moves.
   *
   * @param declared the SDK's artifacts that stand beside it
   * @param management whether it only says which version a dependency has, if there is one
   */
  List<String> companions(GradleDependency sdk, Set<String> declared, boolean management) {
    List<String> companions = new ArrayList<>();
    boolean besideWebMvc =
        sdk.artifact().equals("mcp-spring-webflux") && declared.contains("mcp-spring-webmvc");
    if (movesToSpringAi(sdk)
        && !besideWebMvc
        && !declared.contains("mcp")
        && !declared.contains("mcp-core")) {
      companions.add(jackson2.getAsBoolean() ? "mcp-core" : "mcp");
    }
    boolean loosesJackson2 =
        sdk.artifact().equals("mcp") && goesPast1(sdk) || companions.contains("mcp-core");
    if (loosesJackson2 && jackson2.getAsBoolean() && !declared.contains("mcp-json-jackson2")) {
      companions.add("mcp-json-jackson2");
    }
    if (!management
        && losesJson(sdk)
        && Collections.disjoint(declared, SdkReleases.jsonBeside(sdk.artifact()))) {
      companions.add("mcp-json-jackson2");
    }
    return companions;
  }

  /** The argument that names an artifact which is added for {@code sdk}. */
  Expression companion(Expression argument, GradleDependency sdk, String artifact) {
    if (sdk.place().isEmpty()) {
      return withArtifact(argument, sdk, artifact);
    }
    String wanted = versions.wanted(before(sdk).orElseThrow());
    String newest = SdkReleases.newest(wanted, Set.of(artifact)).orElse(wanted);
    boolean follows =
        losesJson(sdk)
            ? version(sdk).isEmpty()
            : sdk.variable() != null
                && versions.target(sdk.variable()).filter(newest::equals).isPresent();
    return follows
        ? withArtifact(argument, sdk, artifact)
        : literal(argument, GROUP + ":" + artifact + ":" + newest);
  }

  /** The artifact that a dependency is on from now on. */
  String artifact(GradleDependency sdk) {
    if (sdk.artifact().equals("mcp-json")
        && before(sdk)
            .filter(version -> SdkReleases.isNewer(versions.wanted(version), version))
            .isPresent()) {
      return "mcp-core";
    }
    return sdk.artifact().equals("mcp") && goesPast1(sdk) && jackson2.getAsBoolean()
        ? "mcp-core"
        : sdk.artifact();
  }

  private boolean movesToSpringAi(GradleDependency sdk) {
    return SdkReleases.isSpring(sdk.artifact()) && goesPast1(sdk);
  }

  private boolean losesJson(GradleDependency sdk) {
    return before(sdk)
        .filter(from -> SdkReleases.losesJson(sdk.artifact(), from, versions.wanted(from)))
        .isPresent();
  }

  private boolean goesPast1(GradleDependency sdk) {
    return before(sdk)
        .filter(version -> !SdkReleases.isSince1(version))
        .filter(version -> SdkReleases.isSince1(versions.wanted(version)))
        .isPresent();
  }

  private Optional<String> before(GradleDependency sdk) {
    return place(sdk).flatMap(versions::version);
  }

  /** The argument with the name of another artifact of the same group. */
  static Expression withArtifact(Expression argument, GradleDependency sdk, String artifact) {
    if (argument instanceof J.Literal literal) {
      return withText(
          literal,
          sdk.group() + ":" + artifact + (sdk.version() == null ? "" : ":" + sdk.version()));
    }
    String start = sdk.group() + ":" + artifact + ":";
    if (argument instanceof G.GString groovy) {
      return groovy.withStrings(starting(groovy.getStrings(), start));
    }
    K.StringTemplate kotlin = (K.StringTemplate) argument;
    return kotlin.withStrings(starting(kotlin.getStrings(), start));
  }

  private static List<J> starting(List<J> parts, String start) {
    List<J> changed = new ArrayList<>(parts);
    changed.set(0, ((J.Literal) parts.get(0)).withValue(start).withValueSource(start));
    return changed;
  }

  /** A literal in place of an argument, in its quotes if it has any. */
  static Expression literal(Expression argument, String text) {
    if (argument instanceof J.Literal literal) {
      return withText(literal, text);
    }
    String quote = argument instanceof G.GString ? "'" : "\"";
    return new J.Literal(
        Tree.randomId(),
        argument.getPrefix(),
        argument.getMarkers(),
        text,
        quote + text + quote,
        null,
        JavaType.Primitive.String);
  }

  /**
   * An entry of the map notation, as Groovy writes it, or a named argument of Kotlin's.
   *
   * @param values by the name of the entry; empty if it stays as it is
   */
  static Expression entry(Expression entry, Function<String, Optional<String>> values) {
    if (GradleScanner.key(entry) == null
        || !(GradleScanner.value(entry) instanceof J.Literal value)) {
      return entry;
    }
    Optional<String> text = values.apply(GradleScanner.key(entry));
    if (text.isEmpty()) {
      return entry;
    }
    J.Literal now = withText(value, text.get());
    return entry instanceof G.MapEntry groovy
        ? groovy.withValue(now)
        : ((J.Assignment) entry).withAssignment(now);
  }

  /** The literal with another text, in its own quotes. */
  static J.Literal withText(J.Literal literal, String text) {
    @Nullable String source = literal.getValueSource();
    return literal
        .withValue(text)
        .withValueSource(
            source == null ? null : source.replace(String.valueOf(literal.getValue()), text));
  }
}
