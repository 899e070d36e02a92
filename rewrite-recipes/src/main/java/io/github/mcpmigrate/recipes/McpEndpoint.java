package io.github.mcpmigrate.recipes;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Validated;

/** The option {@code mcpEndpoint} of the recipes. */
public final class McpEndpoint {

  /** What the SDK's own providers serve by default. */
  public static final String DEFAULT = "/mcp";

  /** What the option {@code keepUrl} beside it does. */
  public static final String KEEP_URL =
      "Whether Streamable HTTP is served where HTTP+SSE was, so that clients need not change their URL. Not together "
          + "with `mcpEndpoint`. Defaults to false.";

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

  private McpEndpoint() {}

  public static String orDefault(@Nullable String mcpEndpoint) {
    return mcpEndpoint == null ? DEFAULT : mcpEndpoint;
  }

  /** The endpoint is chosen, or it is the project's own. */
  public static Validated<Object> validate(
      @Nullable String mcpEndpoint, @Nullable Boolean keepUrl) {
    return validate(mcpEndpoint)
        .and(
            Validated.test(
                "keepUrl",
                "keeps the project's own path, so that mcpEndpoint cannot be given as well",
                mcpEndpoint,
                path -> path == null || !Boolean.TRUE.equals(keepUrl)));
  }

  public static Validated<Object> validate(@Nullable String mcpEndpoint) {
    return Validated.test(
        "mcpEndpoint",
        "must be a path such as /mcp or /api/mcp: a slash, then letters, digits, '.', '_', '~' or '-'",
        mcpEndpoint,
        path -> path == null || PATH.matcher((String) path).matches());
  }
}
