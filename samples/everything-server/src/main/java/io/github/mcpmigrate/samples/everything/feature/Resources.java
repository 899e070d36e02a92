package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The resources and the template of the conformance suite, and {@link Subscriptions#WATCHED}. */
final class Resources {

  private static final String TEMPLATE_BEFORE = "test://template/";
  private static final String TEMPLATE_AFTER = "/data";

  private Resources() {}

  static List<AsyncResourceSpecification> all() {
    return List.of(
        text(
            "test://static-text",
            "Static Text Resource",
            "This is the content of the static text resource."),
        resource(
            "test://static-binary",
            "Static Binary Resource",
            "image/png",
            new BlobResourceContents("test://static-binary", "image/png", Fixtures.PNG)),
        text("test://watched-resource", "Watched Resource", "This is a watched resource content."),
        text(Subscriptions.WATCHED, "x", "x"));
  }

  static List<AsyncResourceTemplateSpecification> templates() {
    return List.of(
        new AsyncResourceTemplateSpecification(
            ResourceTemplate.builder()
                .uriTemplate(TEMPLATE_BEFORE + "{id}" + TEMPLATE_AFTER)
                .name("Template Resource")
                .description("Data for an id")
                .mimeType("application/json")
                .build(),
            (exchange, request) -> Mono.just(read(fromTemplate(request.uri())))));
  }

  private static ResourceContents fromTemplate(String uri) {
    String id = uri.substring(TEMPLATE_BEFORE.length(), uri.length() - TEMPLATE_AFTER.length());
    return new TextResourceContents(
        uri,
        "application/json",
        Json.write(Map.of("id", id, "templateTest", true, "data", "Data for ID: " + id)));
  }

  private static AsyncResourceSpecification text(String uri, String name, String text) {
    return resource(uri, name, "text/plain", new TextResourceContents(uri, "text/plain", text));
  }

  private static AsyncResourceSpecification resource(
      String uri, String name, String mimeType, ResourceContents contents) {
    return new AsyncResourceSpecification(
        Resource.builder().uri(uri).name(name).description(name).mimeType(mimeType).build(),
        (exchange, request) -> Mono.just(read(contents)));
  }

  private static ReadResourceResult read(ResourceContents contents) {
    return new ReadResourceResult(List.of(contents));
  }
}
