package io.github.mcpmigrate.recipes.build;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.marker.Markers;
import org.openrewrite.maven.MavenIsoVisitor;
import org.openrewrite.xml.tree.Content;
import org.openrewrite.xml.tree.Xml;

/** Moves the dependencies on the SDK of one pom. */
final class SdkPomEditor extends MavenIsoVisitor<ExecutionContext> {

  private static final String TODO = "TODO mcp-migrate: ";

  private final SdkVersions versions;
  private final SdkDependencyMoves moves;
  private final BiConsumer<Xml.Tag, String> findings;

  /**
   * @param findings takes what a person has to do, with the dependency that it is about
   */
  SdkPomEditor(
      SdkVersions versions, SdkDependencyMoves moves, BiConsumer<Xml.Tag, String> findings) {
    this.versions = versions;
    this.moves = moves;
    this.findings = findings;
  }

  @Override
  public Xml.Document visitDocument(Xml.Document document, ExecutionContext ctx) {
    Xml.Document edited = super.visitDocument(document, ctx);
    if (edited != document) {
      maybeUpdateModel();
    }
    return edited;
  }

  @Override
  public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
    if (SdkDependency.isDependencies(getCursor())) {
      return edit(tag);
    }
    if (isPropertyTag() || isProfilePropertyTag()) {
      return editProperty(tag);
    }
    return super.visitTag(tag, ctx);
  }

  private Xml.Tag editProperty(Xml.Tag property) {
    String place = SdkVersions.named(property.getName());
    String value = property.getValue().map(String::trim).orElse("");
    if (versions.isShared(place) || !SdkReleases.isVersion(value)) {
      return property;
    }
    return versions
        .target(place)
        .filter(version -> SdkReleases.isNewer(version, value))
        .map(property::withValue)
        .orElse(property);
  }

  private Xml.Tag edit(Xml.Tag dependencies) {
    Cursor owner = getCursor().getParentTreeCursor();
    boolean management =
        owner.getValue() instanceof Xml.Tag tag && "dependencyManagement".equals(tag.getName());
    List<? extends Content> before = dependencies.getContent();
    List<Content> after =
        ListUtils.flatMap(
            before == null ? List.<Content>of() : List.<Content>copyOf(before),
            (index, content) ->
                content instanceof Xml.Tag dependency
                    ? SdkDependency.of(dependency, getResolutionResult())
                        .<Object>map(
                            sdk ->
                                edit(
                                    dependency,
                                    sdk,
                                    dependencies,
                                    management,
                                    index > 0 && isTodo(before.get(index - 1))))
                        .orElse(dependency)
                    : content);
    return isSame(before, after) ? dependencies : dependencies.withContent(after);
  }

  private static boolean isSame(List<? extends Content> before, List<Content> after) {
    return before == null
        || before.size() == after.size()
            && IntStream.range(0, after.size()).allMatch(i -> before.get(i) == after.get(i));
  }

  private static boolean isTodo(Content content) {
    return content instanceof Xml.Comment comment && comment.getText().contains(TODO);
  }

  private Object edit(
      Xml.Tag dependency,
      SdkDependency sdk,
      Xml.Tag dependencies,
      boolean management,
      boolean commented) {
    Optional<String> whyNot = whyNot(dependency, sdk);
    if (whyNot.isPresent()) {
      return note(dependency, whyNot.get(), commented);
    }
    if (sdk.version() == null
        || !SdkReleases.isNewer(versions.wanted(sdk.version()), sdk.version())) {
      return dependency;
    }
    Xml.Tag raised = raise(dependency, sdk);
    List<Content> moved =
        moves.move(raised, sdk, versions.wanted(sdk.version()), dependencies, management);
    Optional<String> needs =
        management ? Optional.empty() : moves.needs(sdk, versions.wanted(sdk.version()));
    if (needs.isPresent() && !moved.isEmpty()) {
      findings.accept(dependency, needs.get());
      return ListUtils.concat(comment(dependency, needs.get()), moved);
    }
    return moved;
  }

  /** The dependency with the version that is written in it. */
  private Xml.Tag raise(Xml.Tag dependency, SdkDependency sdk) {
    Optional<String> written = dependency.getChildValue("version");
    if (written.isEmpty()) {
      return dependency;
    }
    Optional<String> target;
    if (sdk.place().startsWith("literal ")) {
      target = versions.target(sdk.place());
    } else if (versions.isShared(sdk.place())) {
      target = versions.target(sdk.version(), sdk.artifact());
    } else {
      target = Optional.empty();
    }
    return target.map(version -> dependency.withChildValue("version", version)).orElse(dependency);
  }

  private Optional<String> whyNot(Xml.Tag dependency, SdkDependency sdk) {
    boolean versioned = dependency.getChildValue("version").isPresent();
    if (sdk.version() == null || !SdkReleases.isVersion(sdk.version())) {
      return Optional.of(
          "the version of this dependency cannot be told; set it to "
              + SdkReleases.newestOfLine("0")
              + " or newer");
    }
    if (!SdkReleases.isNewer(versions.wanted(sdk.version()), sdk.version())
        || versions.isWritten(sdk.place())
        || versioned && versions.isShared(sdk.place())) {
      return Optional.empty();
    }
    return Optional.of(
        "the version of this dependency, "
            + sdk.version()
            + ", comes from "
            + (versioned
                ? dependency.getChildValue("version").orElseThrow()
                    + ", which this build does not set"
                : sdk.manager())
            + "; the migrated code needs "
            + versions.wanted(sdk.version()));
  }

  private Object note(Xml.Tag dependency, String reason, boolean commented) {
    findings.accept(dependency, reason);
    return commented ? dependency : List.of(comment(dependency, reason), dependency);
  }

  private static Content comment(Xml.Tag dependency, String text) {
    return new Xml.Comment(
        Tree.randomId(), dependency.getPrefix(), Markers.EMPTY, " " + TODO + text + " ");
  }
}
