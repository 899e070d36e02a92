package io.github.mcpmigrate.samples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * {@code client.JavaSdkClient} with the jars of one line of the SDK and nothing else, so that lines
 * do not mix.
 */
final class IsolatedClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLIENT = "io.github.mcpmigrate.samples.interop.client.JavaSdkClient";

  /** Loaded once: what is loaded again has to warm up again. */
  private static final Map<String, ClassLoader> LOADERS = new LinkedHashMap<>();

  private IsolatedClient() {}

  /** Goes through every feature; returns what came out, by step. */
  static Map<String, JsonNode> run(String line, ServerProcess server, Transport transport)
      throws IOException, ReflectiveOperationException {
    ClassLoader loader = loader(line);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The SDK looks for its JSON mapper through it.
    thread.setContextClassLoader(loader);
    try {
      @SuppressWarnings("unchecked") // Types of the JDK, which both sides share.
      var client =
          (BiConsumer<Map<String, String>, BiConsumer<String, Map<String, Object>>>)
              loader.loadClass(CLIENT).getConstructor().newInstance();
      return steps(client, line, server, transport);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Runs a client; returns what came out, by step. */
  static Map<String, JsonNode> steps(
      BiConsumer<Map<String, String>, BiConsumer<String, Map<String, Object>>> client,
      String line,
      ServerProcess server,
      Transport transport) {
    Map<String, JsonNode> steps = Collections.synchronizedMap(new LinkedHashMap<>());
    client.accept(
        Map.of(
            "base", server.base().toString(),
            "endpoint", server.endpoint(transport).getPath(),
            "transport", transport.driverName(),
            "line", line),
        (step, facts) -> steps.put(step, JSON.valueToTree(facts)));
    return steps;
  }

  private static synchronized ClassLoader loader(String line) throws IOException {
    ClassLoader known = LOADERS.get(line);
    if (known != null) {
      return known;
    }
    Path lib = Path.of(System.getProperty("everything.jar")).resolveSibling("lib");
    List<URL> urls = new ArrayList<>();
    urls.add(IsolatedClient.class.getProtectionDomain().getCodeSource().getLocation());
    // 0.10 is a client only: no everything server runs with it.
    Path sdk =
        line.equals("0.10")
            ? Path.of(System.getProperty("interop.clients"), "sdk-0.10")
            : lib.resolve("sdk-" + line);
    urls.addAll(jars(sdk));
    urls.addAll(jars(lib.resolve("common")));
    ClassLoader loader =
        new URLClassLoader(
            "sdk-" + line, urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    LOADERS.put(line, loader);
    return loader;
  }

  private static List<URL> jars(Path folder) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(jar.toUri().toURL());
      }
    }
    return urls;
  }
}
