package io.github.mcpmigrate.compat.homes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts {@code PlainServer} on a class path or a module path of the test's choice. */
final class PlainChild {

  static final Path LIBRARIES = Path.of(System.getProperty("homes.lib"));

  private static final String MAIN = "io.github.mcpmigrate.compat.homes.plain.PlainServer";

  private PlainChild() {}

  /** The server's classes, its container, and the libraries of SDK 0.18 that are chosen. */
  static String classPath(Predicate<String> chosen) throws IOException {
    return classPath(LIBRARIES.resolve("war"), chosen);
  }

  /**
   * @param libraries a folder of jars
   */
  static String classPath(Path libraries, Predicate<String> chosen) throws IOException {
    try (Stream<Path> jars =
        Stream.concat(Files.list(LIBRARIES.resolve("tomcat")), Files.list(libraries))) {
      String found =
          jars.filter(jar -> chosen.test(jar.getFileName().toString()))
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
      return System.getProperty("homes.classes") + File.pathSeparator + found;
    }
  }

  /**
   * @param folder of the process, for its output and its container
   * @param options of the JVM, a path for classes among them
   */
  static ChildProcess start(Path folder, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
    command.addAll(ChildProcess.SMALL_JVM);
    command.addAll(options);
    command.addAll(List.of(MAIN, folder.resolve("tomcat").toString()));
    return ChildProcess.start(folder, command, process -> {});
  }

  static String url(ChildProcess child) throws Exception {
    return child.await("listening on (http://\\S+)");
  }
}
