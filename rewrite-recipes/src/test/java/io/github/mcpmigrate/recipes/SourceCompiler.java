package io.github.mcpmigrate.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openrewrite.RecipeRun;
import org.openrewrite.Result;
import org.openrewrite.test.UncheckedConsumer;

/** The compiler's own word on whether sources go with a version of the SDK. */
public final class SourceCompiler {

  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public |final |abstract )*(?:class|interface|record|enum) (\\w+)",
          Pattern.MULTILINE);

  private SourceCompiler() {}

  /**
   * What a recipe test checks after the recipe: that the changed sources compile with these lines
   * of the SDK, those aside that a comment leaves to a person.
   */
  public static UncheckedConsumer<RecipeRun> compilesWith(String... lines) {
    return run ->
        check(changed(run).filter(source -> !source.contains("TODO mcp-migrate:")).toList(), lines);
  }

  /** The same, and a comment is no excuse. */
  public static UncheckedConsumer<RecipeRun> allCompilesWith(String... lines) {
    return run -> check(changed(run).toList(), lines);
  }

  /** The Java sources that a recipe changed, as they are afterwards. */
  static Stream<String> changed(RecipeRun run) {
    return run.getChangeset().getAllResults().stream()
        .map(Result::getAfter)
        .filter(after -> after != null && after.getSourcePath().toString().endsWith(".java"))
        .map(after -> after.printAll());
  }

  private static void check(List<String> sources, String... lines) {
    if (sources.isEmpty()) {
      return;
    }
    for (String line : lines) {
      assertThat(errors(line, sources)).as("SDK %s: %s", line, sources).isEmpty();
    }
  }

  /** The errors that javac finds in sources, with the SDK of a line as {@link SdkJars} has it. */
  public static List<String> errors(String line, List<String> sources) {
    return errors(SdkJars.sdk(line), sources);
  }

  /** The errors that javac finds in sources, with these jars. */
  static List<String> errors(List<Path> jars, List<String> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(found, null, null)) {
      String classPath =
          jars.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
      javac
          .getTask(
              null,
              new Discarding(files),
              found,
              List.of("-proc:none", "-classpath", classPath),
              null,
              sources.stream().map(Source::new).toList())
          .call();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("string:///" + nameIn(code) + ".java"), Kind.SOURCE);
      this.code = code;
    }

    private static String nameIn(String code) {
      Matcher type = TYPE.matcher(code);
      if (!type.find()) {
        throw new IllegalArgumentException("No type in " + code);
      }
      return type.group(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }

  /** Class files are not what is asked for. */
  private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {

    Discarding(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind) {
        @Override
        public java.io.OutputStream openOutputStream() {
          return java.io.OutputStream.nullOutputStream();
        }
      };
    }
  }
}
