package io.github.mcpmigrate.maven.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a Maven project of many files: {@code java -cp ... GeneratedTree FOLDER FILES EVERY}. One
 * file in EVERY has one of the shapes in which legacy code is met, in turn; the others are ordinary
 * sources of about 100 lines. It has a pom, so that OpenRewrite can be run on it, too.
 */
final class GeneratedTree {

  private GeneratedTree() {}

  private static final String IMPORTS =
      """
      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.modelcontextprotocol.client.McpClient;
      import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
      import io.modelcontextprotocol.server.McpServer;
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
      """;

  /** Bodies of classes; the letters are those of the catalogue of shapes. */
  private static final List<String> SHAPES =
      List.of(
          // C
          """
            Object connect(String base) {
              return McpClient.sync(HttpClientSseClientTransport.builder(base).sseEndpoint("/sse").build()).build();
            }
          """,
          // C2
          """
            Object connect(String base) {
              return McpClient.sync(new HttpClientSseClientTransport(base)).build();
            }
          """,
          // G
          """
            Object serve() {
              HttpServletSseServerTransportProvider transport =
                  new HttpServletSseServerTransportProvider(new ObjectMapper(), "/mcp/message", "/sse");
              return McpServer.sync(transport).serverInfo("s", "1").build();
            }
          """,
          // L
          """
            private final HttpServletSseServerTransportProvider transport;

            @NAME@(HttpServletSseServerTransportProvider transport) {
              this.transport = transport;
            }
          """);

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  /**
   * @param every one file in so many has a shape; 1 for all of them
   */
  static void write(Path root, int files, int every) throws IOException {
    Path sources = root.resolve("src/main/java/generated");
    Files.createDirectories(sources);
    Files.writeString(root.resolve("pom.xml"), POM);
    for (int i = 0; i < files - 1; i++) {
      boolean shaped = i % every == 0;
      String name = "Type" + i;
      String home = "p" + i / 100;
      String text =
          "package generated."
              + home
              + ";\n\n"
              + (shaped ? IMPORTS : "import java.util.*;\n")
              + "\n/** Generated. */\npublic class "
              + name
              + " {\n"
              + (shaped ? SHAPES.get(i / every % SHAPES.size()).replace("@NAME@", name) : "")
              + ordinary(i)
              + "}\n";
      Path folder = Files.createDirectories(sources.resolve(home));
      Files.writeString(folder.resolve(name + ".java"), text);
    }
  }

  private static String ordinary(int seed) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      body.append(
          """

            /** Sums what is given, and asserts nothing about it. */
            public long sum%d(java.util.List<Integer> values, long start) {
              long total = start + %d;
              for (int value : values) {
                if (value %% 2 == 0) {
                  total += value * 31L;
                }
              }
              return total;
            }
          """
              .formatted(i, seed));
    }
    return body.toString();
  }

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>generated</groupId>
        <artifactId>generated</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.source>17</maven.compiler.source>
          <maven.compiler.target>17</maven.compiler.target>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
          <dependency>
            <groupId>io.modelcontextprotocol.sdk</groupId>
            <artifactId>mcp</artifactId>
            <version>0.10.0</version>
          </dependency>
          <dependency>
            <groupId>jakarta.servlet</groupId>
            <artifactId>jakarta.servlet-api</artifactId>
            <version>6.0.0</version>
          </dependency>
        </dependencies>
      </project>
      """;
}
