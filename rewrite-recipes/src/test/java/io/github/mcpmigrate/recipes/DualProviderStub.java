package io.github.mcpmigrate.recipes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The stub of mcp-compat-sdk's provider that ships in the recipes' jar, as a source for tests to
 * compile against.
 */
public final class DualProviderStub {

  private DualProviderStub() {}

  public static String source() {
    String resource = "/io/github/mcpmigrate/recipes/sdk/HttpServletDualTransportProvider.stub";
    try (InputStream stub = DualProviderStub.class.getResourceAsStream(resource)) {
      return new String(stub.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
