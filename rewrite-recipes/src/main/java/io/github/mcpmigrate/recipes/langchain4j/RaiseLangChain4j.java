package io.github.mcpmigrate.recipes.langchain4j;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.xml.ChangeTagValueVisitor;
import org.openrewrite.xml.XmlVisitor;
import org.openrewrite.xml.tree.Xml;

/**
 * Raises langchain4j-mcp in a build file that has nothing else of LangChain4j, which would have to
 * rise with it.
 *
 * <p>Only from 1.2.0-beta8 and 1.3.0-beta9: nothing public of theirs is missing in 1.4.0-beta10, as
 * their jars say.
 */
final class RaiseLangChain4j {

  static final String FIRST = "1.4.0-beta10";

  private static final String NAME = "langchain4j";
  private static final Pattern OLD = Pattern.compile("1\\.[23]\\.\\d+-beta\\d+");
  private static final Pattern COORDINATES =
      Pattern.compile("dev\\.langchain4j:langchain4j-mcp:(" + OLD + ")");

  private RaiseLangChain4j() {}

  /** The version that a build file names and that can be raised there. */
  static Optional<String> from(SourceFile file) {
    if (file instanceof Xml.Document pom) {
      return pom.getMarkers()
          .findFirst(MavenResolutionResult.class)
          .flatMap(model -> version(pom).filter(tag -> isAlone(model)))
          .flatMap(Xml.Tag::getValue);
    }
    return isScript(file) ? inScript((JavaSourceFile) file) : Optional.empty();
  }

  static Tree raise(SourceFile file, ExecutionContext ctx) {
    if (file instanceof Xml.Document pom) {
      return version(pom)
          .map(tag -> new ChangeTagValueVisitor<ExecutionContext>(tag, FIRST))
          .<Tree>map(edit -> edit.visitNonNull(pom, ctx))
          .orElse(pom);
    }
    return new JavaIsoVisitor<ExecutionContext>() {
      @Override
      public J.Literal visitLiteral(J.Literal literal, ExecutionContext p) {
        Matcher old = coordinates(literal);
        return old.matches()
            ? literal
                .withValue(((String) literal.getValue()).replace(old.group(1), FIRST))
                .withValueSource(literal.getValueSource().replace(old.group(1), FIRST))
            : literal;
      }
    }.visitNonNull(file, ctx);
  }

  /** Whether nobody else decides on a version of LangChain4j, and no module inherits this one. */
  private static boolean isAlone(MavenResolutionResult model) {
    Stream<String> managed =
        model.getPom().getDependencyManagement().stream().map(one -> one.getGroupId());
    Stream<String> wanted =
        model.getPom().getRequestedDependencies().stream()
            .filter(one -> !LangChain4j.ARTIFACT.equals(one.getArtifactId()))
            .map(one -> one.getGroupId() + ":" + one.getArtifactId());
    return model.getModules().isEmpty()
        && Stream.concat(managed, wanted).noneMatch(name -> name.contains(NAME));
  }

  /** The tag that has the version: the dependency's, or the property that is for it alone. */
  private static Optional<Xml.Tag> version(Xml.Document pom) {
    List<Xml.Tag> dependencies =
        pom.getRoot()
            .getChild("dependencies")
            .map(all -> all.getChildren("dependency"))
            .orElse(List.of());
    Optional<Xml.Tag> written =
        dependencies.stream()
            .filter(
                one ->
                    one.getChildValue("artifactId")
                        .filter(LangChain4j.ARTIFACT::equals)
                        .isPresent())
            .findFirst()
            .flatMap(one -> one.getChild("version"));
    String value = written.flatMap(Xml.Tag::getValue).orElse("");
    Optional<Xml.Tag> tag =
        value.startsWith("${") && uses(pom, value) == 1
            ? pom.getRoot()
                .getChild("properties")
                .flatMap(all -> all.getChild(value.substring(2, value.length() - 1)))
            : written;
    return tag.filter(one -> one.getValue().filter(v -> OLD.matcher(v).matches()).isPresent());
  }

  private static int uses(Xml.Document pom, String property) {
    AtomicInteger uses = new AtomicInteger();
    new XmlVisitor<AtomicInteger>() {
      @Override
      public Xml visitCharData(Xml.CharData text, AtomicInteger count) {
        if (text.getText().contains(property)) {
          count.incrementAndGet();
        }
        return text;
      }
    }.visit(pom, uses);
    return uses.get();
  }

  private static boolean isScript(SourceFile file) {
    String name = file.getSourcePath().getFileName().toString();
    return file instanceof JavaSourceFile
        && (name.equals("build.gradle") || name.equals("build.gradle.kts"));
  }

  private static Optional<String> inScript(JavaSourceFile script) {
    AtomicReference<String> version = new AtomicReference<>();
    AtomicInteger others = new AtomicInteger();
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.Literal visitLiteral(J.Literal literal, Integer p) {
        Matcher old = coordinates(literal);
        if (old.matches()) {
          version.set(old.group(1));
        } else if (String.valueOf(literal.getValue()).contains(NAME)) {
          others.incrementAndGet();
        }
        return literal;
      }

      @Override
      public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
        // libs.langchain4j and the like.
        if (name.getSimpleName().contains(NAME)) {
          others.incrementAndGet();
        }
        return name;
      }
    }.visit(script, 0);
    return Optional.ofNullable(version.get()).filter(found -> others.get() == 0);
  }

  private static Matcher coordinates(J.Literal literal) {
    return COORDINATES.matcher(String.valueOf(literal.getValue()));
  }
}
