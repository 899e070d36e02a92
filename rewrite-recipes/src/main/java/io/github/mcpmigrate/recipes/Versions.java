package io.github.mcpmigrate.recipes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that a migration leads to, as this build of the recipes knows them. */
public final class Versions {

  private static final Properties VERSIONS = load();

  private Versions() {}

  /** The mcp-compat artifacts are released together with the recipes. */
  public static String compat() {
    return VERSIONS.getProperty("compat");
  }

  /**
   * The newest release of the line of the MCP Java SDK that {@code version} is on, or {@code
   * version} itself if the line is not known.
   */
  public static String newestSdk(String version) {
    return VERSIONS.getProperty("sdk." + version.split("\\.", 2)[0], version);
  }

  private static Properties load() {
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      Properties versions = new Properties();
      versions.load(in);
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read versions.properties", e);
    }
  }
}
