package io.github.mcpmigrate.compat.agent.lines;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Legacy servers, each compiled with the jars of its line and of its stack, once. */
final class CompiledServers {

  private static final Path LIBRARIES = Path.of(System.getProperty("lines.lib"));
  private static final Path SOURCES = Path.of(System.getProperty("lines.servers"));
  private static final Path WORK = Path.of(System.getProperty("lines.work"));

  private static final Map<Program, String> CLASS_PATHS = new ConcurrentHashMap<>();

  private CompiledServers() {}

  /** The class path of the server, its own classes first. */
  static String classPath(Program program) {
    return CLASS_PATHS.computeIfAbsent(program, CompiledServers::compile);
  }

  private static String compile(Program program) {
    String jars = jars(program);
    Path classes = WORK.resolve(program.name());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Files.createDirectories(classes);
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "--release", "17", "-cp", jars, "-d", classes.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(program)))
              .call();
      if (!compiled) {
        throw new AssertionError(program.name() + " does not compile:\n" + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes + File.pathSeparator + jars;
  }

  private static List<Path> sources(Program program) {
    return program.sources().stream().map(each -> SOURCES.resolve(each + ".java")).toList();
  }

  private static String jars(Program program) {
    return program.libraries().stream()
        .flatMap(folder -> list(LIBRARIES.resolve(folder)))
        .filter(jar -> isOf(program.stack(), jar.getFileName().toString()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** In one folder lie the SDK's modules for both of Spring's web stacks. */
  private static boolean isOf(Stack stack, String jar) {
    return !jar.startsWith("mcp-spring-")
        || jar.startsWith("mcp-spring-" + stack.name().toLowerCase(Locale.ROOT));
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("No such jars were copied", e);
    }
  }
}
