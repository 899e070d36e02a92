package io.github.mcpmigrate.recipes.langchain4j;

import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.recipes.client.Release;
import org.openrewrite.java.tree.JavaSourceFile;

/**
 * The LangChain4j that a source file compiles against.
 *
 * @param hasStreamable whether it has {@code StreamableHttpMcpTransport}: from 1.4.0-beta10 on
 * @param hasChannel whether that can be asked for a listening stream: from 1.12.1 on
 */
record LangChain4j(boolean hasStreamable, boolean hasChannel) {

  static final String ARTIFACT = "langchain4j-mcp";
  static final String HTTP_SSE = "dev.langchain4j.mcp.client.transport.http.HttpMcpTransport";
  static final String STREAMABLE =
      "dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport";

  /**
   * @param raised whether its build gets the first release that has it, in the same run
   */
  static LangChain4j of(JavaSourceFile source, ClientProjects projects, boolean raised) {
    return new LangChain4j(
        raised || Release.has(source, STREAMABLE),
        Release.isAtLeast(projects.version(source, ARTIFACT), 1, 12, 1));
  }
}
