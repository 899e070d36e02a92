package io.github.mcpmigrate.recipes;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Validated;

/** The option {@code mcpEndpoint} of the recipes. */
public final class McpEndpoint {

  /** What the SDK's own providers serve by default. */
  public static final String DEFAULT = "/mcp";

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

  private McpEndpoint() {}

  public static String orDefault(@Nullable String mcpEndpoint) {
    return mcpEndpoint == null ? DEFAULT : mcpEndpoint;
  }

  public static Validated<Object> validate(@Nullable String mcpEndpoint) {
    return Validated.test(
        "mcpEndpoint",
        "must be a path such as /mcp or /api/mcp: a slash, then letters, digits, '.', '_', '~' or '-'",
        mcpEndpoint,
        path -> path == null || PATH.matcher((String) path).matches());
  }
}
