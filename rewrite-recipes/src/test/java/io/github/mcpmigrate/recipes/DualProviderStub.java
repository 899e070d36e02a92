package io.github.mcpmigrate.recipes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The stubs of mcp-compat-sdk's providers that ship in the recipes' jar, as sources for tests to
 * compile against.
 */
public final class DualProviderStub {

  private DualProviderStub() {}

  /** All of them, since they need one another. */
  public static String[] sources() {
    return Stream.of(
            "ProtectedResource",
            "TokenVerifier",
            "DualTransportBuilder",
            "HttpServletDualTransportProvider",
            "WebMvcDualTransportProvider",
            "WebFluxDualTransportProvider")
        .map(DualProviderStub::source)
        .toArray(String[]::new);
  }

  public static String source(String type) {
    String resource = "/io/github/mcpmigrate/recipes/sdk/" + type + ".stub";
    try (InputStream stub = DualProviderStub.class.getResourceAsStream(resource)) {
      return new String(stub.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
