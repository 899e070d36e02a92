package io.github.mcpmigrate.compat.agent.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK that runs servers: the one of the build, and a JDK 25 where there is one.
 *
 * @param feature its version
 */
record Jdk(int feature, Path home) {

  private static final int SECOND = 25;
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  static List<Jdk> all() {
    List<Jdk> all = new ArrayList<>();
    all.add(new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home"))));
    second().ifPresent(all::add);
    return all;
  }

  /** A JDK 25, unless the build runs on one. */
  static Optional<Jdk> second() {
    if (Runtime.version().feature() == SECOND) {
      return Optional.empty();
    }
    Stream<Path> told =
        Stream.of(
                System.getProperty("jdk25.home"),
                System.getenv("JAVA_HOME_25_X64"),
                System.getenv("JDK_25_HOME"))
            .filter(Objects::nonNull)
            .map(Path::of);
    return Stream.concat(told, installed())
        .map(home -> new Jdk(SECOND, home))
        .filter(jdk -> Files.isExecutable(jdk.java()))
        .findFirst();
  }

  private static Stream<Path> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return Stream.empty();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes
          .filter(home -> home.getFileName().toString().matches("(.*[^0-9])?25([^0-9].*)?"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
