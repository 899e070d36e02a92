package io.github.mcpmigrate.samples.interop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code conformance/expected-failures.txt}: provider, SDK line, scenario, reason. */
final class ExpectedFailures {

  private static final String FILE = "/conformance/expected-failures.txt";

  private ExpectedFailures() {}

  /** The scenarios that have to fail with this provider and SDK line. */
  static Set<String> of(String provider, String sdk) throws IOException {
    Set<String> scenarios = new TreeSet<>();
    for (String line : lines(FILE)) {
      String[] parts = line.split("\\s+", 4);
      if (parts.length < 4) {
        throw new AssertionError("A failure has to be explained, in " + FILE + ": " + line);
      }
      if (parts[0].equals(provider) && parts[1].equals(sdk)) {
        scenarios.add(parts[2]);
      }
    }
    return scenarios;
  }

  /** The lines of a resource, without comments and empty ones. */
  static List<String> lines(String resource) throws IOException {
    try (InputStream in = ExpectedFailures.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("There is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
