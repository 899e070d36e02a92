package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.Versions;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.xml.XmlParser;
import org.openrewrite.xml.style.Autodetect;
import org.openrewrite.xml.tree.Xml;

class AddCompatDependencyTest implements RewriteTest {

  private static final String POM =
      """
      <project>
          <groupId>com.example</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
          <dependencies>
              <dependency>
                  <groupId>io.modelcontextprotocol.sdk</groupId>
                  <artifactId>mcp</artifactId>
                  <version>0.10.0</version>
              </dependency>
          </dependencies>
      </project>
      """;

  private static final String POM_WITH_COMPAT =
      """
      <project>
          <groupId>com.example</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
          <dependencies>
              <dependency>
                  <groupId>io.github.mcpmigrate</groupId>
                  <artifactId>mcp-compat-sdk</artifactId>
                  <version>%s</version>
              </dependency>
              <dependency>
                  <groupId>io.modelcontextprotocol.sdk</groupId>
                  <artifactId>mcp</artifactId>
                  <version>0.10.0</version>
              </dependency>
          </dependencies>
      </project>
      """
          .formatted(Versions.compat());

  private static final String SERVER =
      """
      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

      class Server {
          Object transport = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
      }
      """;

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new AddCompatDependency(null, null, null))
        .executionContext(CompatRepository.in(repository))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @DocumentExample
  @Test
  void whereAServerMoves() {
    rewriteRun(
        mavenProject("server", srcMainJava(java(SERVER)), pomXml(POM, POM_WITH_COMPAT)),
        mavenProject(
            "other",
            srcMainJava(java("class Other {}")),
            pomXml(POM.replace("<artifactId>server<", "<artifactId>other<"))));
  }

  /** OpenRewrite detects one style for all XML files of a build. */
  @Test
  void thePomKeepsItsIndentationAmongOthers() {
    Autodetect ofOthers =
        XmlParser.builder()
            .build()
            .parse(
                "<web-app>\n  <servlet>\n    <servlet-name>mcp</servlet-name>\n  </servlet>\n</web-app>")
            .map(Xml.Document.class::cast)
            .collect(
                Autodetect::detector,
                (detector, document) -> detector.sample(document),
                (detector, other) -> {})
            .build();
    rewriteRun(
        mavenProject(
            "server",
            srcMainJava(java(SERVER)),
            pomXml(POM, POM_WITH_COMPAT, spec -> spec.markers(ofOthers))));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void whatHasTheDependency() {
      rewriteRun(mavenProject("server", srcMainJava(java(SERVER)), pomXml(POM_WITH_COMPAT)));
    }

    @Test
    void aProjectWithoutAServer() {
      rewriteRun(mavenProject("server", srcMainJava(java("class Server {}")), pomXml(POM)));
    }

    @Test
    void aServerThatStays() {
      rewriteRun(
          mavenProject(
              "server",
              srcMainJava(
                  java(SERVER),
                  java(
                      """
                      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
                      import io.modelcontextprotocol.spec.McpServerSession;

                      class NotesServlet extends HttpServletSseServerTransportProvider {
                          NotesServlet() {
                              super(null, "/message");
                          }

                          @Override
                          public void setSessionFactory(McpServerSession.Factory factory) {}
                      }
                      """)),
              pomXml(POM)));
    }

    @Test
    void aServerWhosePathsWouldClash() {
      rewriteRun(
          spec -> spec.recipe(new AddCompatDependency("/message", null, null)),
          mavenProject("server", srcMainJava(java(SERVER)), pomXml(POM)));
    }
  }
}
