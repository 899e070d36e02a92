package io.github.mcpmigrate.recipes.quarkus;

import com.fasterxml.jackson.annotation.JsonCreator;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;

/** Take Quarkus' MCP servers to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class QuarkusServerToStreamable extends QuarkusServerRecipe {

  @Option(
      displayName = "Servers",
      description =
          "What they serve afterwards: `streamable`, `dual`, or `drop-legacy`, which writes the rule that ends HTTP+SSE. With "
              + "`streamable` that rule is only told of. Defaults to `streamable`.",
      valid = {"streamable", "dual", "drop-legacy"},
      example = "dual",
      required = false)
  @Nullable String servers;

  @JsonCreator
  public QuarkusServerToStreamable(@Nullable String servers) {
    this.servers = servers;
  }

  String displayName = "Take MCP servers of Quarkus to Streamable HTTP";

  String description =
      "Gives Quarkus' MCP server the artifact and keys of 1.8 and later, at a version that has them, lets the rules for its "
          + "paths name that of Streamable HTTP, and tests with `McpAssured` use it. Such a server serves both transports.";

  @Override
  boolean edits() {
    return true;
  }

  @Override
  boolean keepsSse() {
    return "dual".equals(servers);
  }

  @Override
  boolean drops() {
    return "drop-legacy".equals(servers);
  }
}
