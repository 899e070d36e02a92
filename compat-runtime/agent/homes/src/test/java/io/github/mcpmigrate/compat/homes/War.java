package io.github.mcpmigrate.compat.homes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The wars that are deployed, on the libraries that the build has put aside. */
enum War {
  SERVLET("legacy-web.xml", jar -> !jar.startsWith("spring-") && !jar.contains("-spring-")),
  SERVLET_ON_SHARED_REACTOR("legacy-web.xml", jar -> SERVLET.has(jar) && !isReactor(jar)),
  SERVLET_THAT_CLOSES("closing-web.xml", jar -> SERVLET.has(jar)),
  SPRING("spring-web.xml", jar -> true);

  private static final Path LIBRARIES = Path.of(System.getProperty("homes.lib"), "war");
  private static final String PACKAGE = "io/github/mcpmigrate/compat/homes/war";

  private final String descriptor;
  private final Predicate<String> libraries;

  War(String descriptor, Predicate<String> libraries) {
    this.descriptor = descriptor;
    this.libraries = libraries;
  }

  private boolean has(String jar) {
    return libraries.test(jar);
  }

  private static boolean isReactor(String jar) {
    return jar.startsWith("reactor-") || jar.startsWith("reactive-streams");
  }

  /** Reactor, for a class loader above that of the war. */
  static List<Path> reactor() throws IOException {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      return jars.filter(jar -> isReactor(jar.getFileName().toString())).toList();
    }
  }

  /** Writes the war as a folder. */
  Path unpacked(Path folder) throws IOException {
    Path inf = folder.resolve("WEB-INF");
    Path classes = inf.resolve("classes").resolve(PACKAGE);
    Files.createDirectories(classes);
    copy(Path.of(System.getProperty("homes.classes"), PACKAGE), classes, name -> true);
    Path lib = Files.createDirectories(inf.resolve("lib"));
    copy(LIBRARIES, lib, libraries);
    Files.copy(
        Path.of(System.getProperty("homes.classes"), "wars", descriptor), inf.resolve("web.xml"));
    return folder;
  }

  private static void copy(Path from, Path to, Predicate<String> chosen) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (chosen.test(name)) {
          Files.copy(file, to.resolve(name));
        }
      }
    }
  }

  /** Writes the war as a file; the folder beside it is removed by whoever removes that of both. */
  Path packed(Path file, Path folder) throws IOException {
    unpacked(folder);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> parts = Files.walk(folder)) {
      zip.setLevel(0);
      parts.filter(Files::isRegularFile).forEach(part -> put(zip, folder, part));
    }
    return file;
  }

  private static void put(ZipOutputStream zip, Path folder, Path part) {
    try {
      zip.putNextEntry(new ZipEntry(folder.relativize(part).toString().replace('\\', '/')));
      Files.copy(part, zip);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
