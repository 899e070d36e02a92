package io.github.mcpmigrate.samples.everything.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Starts the server on a class path made for this command line: the jar itself and, from {@code
 * lib/} beside it, one SDK line, one container, one line of Spring and what every choice needs. The
 * same classes run with every SDK line and with every line of Spring.
 */
public final class Launcher {

  private static final int START_ERROR = 1;
  private static final int USAGE_ERROR = 2;

  private Launcher() {}

  public static void main(String[] args) throws Exception {
    if (Arrays.asList(args).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    try {
      launch(Options.parse(args), args);
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(USAGE_ERROR);
    } catch (InvocationTargetException e) {
      if (!isPortTaken(e)) {
        throw e;
      }
      System.err.println("The port is taken. Choose another, or --port 0 for a free one.");
      System.exit(START_ERROR);
    }
  }

  private static boolean isPortTaken(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
        .anyMatch(BindException.class::isInstance);
  }

  private static void launch(Options options, String[] args) throws Exception {
    Path self = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path lib = self.resolveSibling("lib");
    List<URL> classPath = new ArrayList<>();
    classPath.add(self.toUri().toURL());
    // Of two versions of a library the first counts: Spring's Reactor, not the SDK's older one.
    for (String folder : options.folders()) {
      classPath.addAll(jars(lib.resolve(folder)));
    }
    // Not a child of the application loader, which has the server's classes too, but no SDK.
    URLClassLoader loader =
        new URLClassLoader(
            "everything-server",
            classPath.toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    Class.forName("io.github.mcpmigrate.samples.everything.EverythingServer", true, loader)
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }

  private static List<URL> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "There is no folder "
              + folder
              + ". Build it with: mvn -pl samples/everything-server -am package");
    }
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(jar.toUri().toURL());
      }
    }
    return urls;
  }
}
