package io.github.mcpmigrate.compat.graft.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenceTest {

  private static final OldPaths SHARED = new OldPaths("/sse", "/sse", List.of("/mcp/message"));

  @ParameterizedTest
  @CsvSource({
    "/mcp/*, /mcp/message, true",
    "/mcp/*, /mcp, true",
    "/mcp/*, /mcpx, false",
    "/*, /sse, true",
    "/sse, /sse, true",
    "/sse, /sse/, false",
    "/, /sse, true",
    "*.do, /sse, false",
    "*.do, /sse.do, true",
  })
  void patternsAreThoseOfServlets(String pattern, String path, boolean matches) {
    assertThat(Fence.matches(pattern, path)).isEqualTo(matches);
  }

  @Test
  void aConstraintWithoutMethodsHoldsForAll() throws Exception {
    Fence fence = constraint("<url-pattern>/sse</url-pattern>");
    assertThat(fence.holds("DELETE", "/sse")).isTrue();
    assertThat(fence.holds("GET", "/mcp/message")).isFalse();
    assertThat(SHARED.stand(fence)).isTrue();
  }

  @Test
  void aConstraintHoldsForItsMethods() throws Exception {
    Fence fence = constraint("<url-pattern>/*</url-pattern><http-method>GET</http-method>");
    assertThat(fence.everywhere()).isFalse();
    assertThat(SHARED.stand(fence)).isTrue();
    assertThat(fence.holds("POST", "/sse")).isFalse();
  }

  @Test
  void aConstraintHoldsButForSomeMethods() throws Exception {
    Fence fence =
        constraint(
            "<url-pattern>/*</url-pattern>"
                + "<http-method-omission>DELETE</http-method-omission>");
    assertThat(fence.holds("POST", "/sse")).isTrue();
    assertThat(fence.holds("DELETE", "/sse")).isFalse();
  }

  @Test
  void aConstraintOfOtherPathsDoesNotStandBeforeTheOldOnes() throws Exception {
    assertThat(SHARED.stand(constraint("<url-pattern>/admin/*</url-pattern>"))).isFalse();
    // Only messages are sent by POST, and only the stream is opened by GET.
    assertThat(
            SHARED.stand(
                constraint("<url-pattern>/sse</url-pattern><http-method>POST</http-method>")))
        .isFalse();
  }

  @Test
  void aWebXmlWithADocumentTypeIsReadWithoutTheNetwork() throws Exception {
    String xml =
        "<!DOCTYPE web-app PUBLIC \"-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN\""
            + " \"http://nowhere.invalid/web-app_2_3.dtd\"><web-app/>";
    assertThat(constraints(xml)).isEmpty();
  }

  @Test
  void whatIsNoXmlIsSaid() {
    assertThatThrownBy(() -> constraints("web")).isInstanceOf(IOException.class);
  }

  @Test
  void aPrefixIsWhatStandsBeforeTheEndpoint() {
    Endpoints endpoints = new Endpoints("/sse", "/mcp/message", "/mcp");
    assertThat(endpoints.prefix("/sse")).isEmpty();
    assertThat(endpoints.prefix("/api/mcp/")).isEqualTo("/api");
    assertThatThrownBy(() -> endpoints.prefix("/other"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Fence constraint(String resources) throws IOException {
    return constraints(
            "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\"><security-constraint>"
                + "<web-resource-collection><web-resource-name>mcp</web-resource-name>"
                + resources
                + "</web-resource-collection><auth-constraint/></security-constraint></web-app>")
        .get(0);
  }

  private static List<Fence> constraints(String xml) throws IOException {
    return Fences.constraints(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
