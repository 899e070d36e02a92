package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.Steps;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Recipe;
import org.openrewrite.semver.LatestRelease;

/**
 * The steps of the SDK's upgrade, each of which rewrites what is gone with one version of it.
 *
 * <p>A step does nothing to code that is past it: the types and signatures that it looks for are
 * not there.
 */
public final class McpSdkSteps {

  private static final Map<String, String> STEPS = new TreeMap<>(new LatestRelease(null));

  static {
    STEPS.put("0.9.0", "McpSdk009");
    STEPS.put("0.13.0", "McpSdk013");
    STEPS.put("0.18.0", "McpSdk018");
    STEPS.put("1.0.0", "McpSdk100");
    STEPS.put("2.0.0", "McpSdk200");
  }

  /** A composite is asked for its recipes many times in a run, and YAML takes long to read. */
  private static final Map<String, Recipe> LOADED = new ConcurrentHashMap<>();

  private McpSdkSteps() {}

  /**
   * The steps that lead to a version, in their order.
   *
   * @param version null to stay on the project's own line: then only the steps to the end of line 0
   *     have anything to do, since nothing went within 1.x and within 2.x
   */
  public static List<Recipe> to(@Nullable String version) {
    LatestRelease order = new LatestRelease(null);
    return STEPS.entrySet().stream()
        .filter(
            step -> order.compare(null, step.getKey(), version == null ? "0.18.0" : version) <= 0)
        .map(step -> LOADED.computeIfAbsent(step.getKey(), key -> load(key, step.getValue())))
        .toList();
  }

  private static Recipe load(String version, String step) {
    String line = version.substring(0, version.lastIndexOf('.'));
    return Steps.load("mcp-sdk-" + line + ".yml", "io.github.mcpmigrate.recipes.sdk." + step);
  }
}
