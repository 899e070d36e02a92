package io.github.mcpmigrate.recipes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Properties;
import org.openrewrite.Recipe;
import org.openrewrite.config.Environment;
import org.openrewrite.config.YamlResourceLoader;

/**
 * The steps of a migration that are written down in YAML, for the composites that choose among
 * them.
 *
 * <p>The composites themselves are classes because declarative recipes cannot hand options on.
 */
public final class Steps {

  private Steps() {}

  /** Loads the recipe {@code name} from {@code META-INF/rewrite/<file>}. */
  public static Recipe load(String file, String name) {
    String resource = "/META-INF/rewrite/" + file;
    try (InputStream yaml = Steps.class.getResourceAsStream(resource)) {
      return Environment.builder()
          .load(
              new YamlResourceLoader(
                  yaml,
                  URI.create("classpath:" + resource),
                  new Properties(),
                  Steps.class.getClassLoader()))
          .build()
          .activateRecipes(name);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
