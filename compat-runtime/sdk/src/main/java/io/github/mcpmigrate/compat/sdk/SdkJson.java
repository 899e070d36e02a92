package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.json.Json;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The one place where JSON becomes the SDK's objects, and they become JSON. */
final class SdkJson {

  private final McpJsonMapper mapper;

  SdkJson(McpJsonMapper mapper) {
    this.mapper = mapper;
    writeEachContentOnce();
  }

  /**
   * Jackson 3 before 3.1 now and then leaves out the {@code type} of a content when several threads
   * are the first to write one (jackson-databind 5615, seen with SDK 1.1). What was written once
   * before is not concerned.
   */
  private void writeEachContentOnce() {
    List<Content> contents =
        List.of(
            new TextContent(""),
            new ImageContent(null, "", ""),
            new AudioContent(null, "", ""),
            new EmbeddedResource(null, new TextResourceContents("", "", "")),
            new EmbeddedResource(null, new BlobResourceContents("", "", "")),
            new ResourceLink("", null, "", null, null, null, null, null));
    write(CallToolResult.builder().content(contents).build());
    write(
        new GetPromptResult(
            null, contents.stream().map(each -> new PromptMessage(Role.USER, each)).toList()));
  }

  <T> T read(Json json, Class<T> type) throws IOException {
    return mapper.readValue(json.toBytes(), type);
  }

  <T> T convert(Object value, TypeRef<T> type) {
    return mapper.convertValue(value, type);
  }

  Json write(Object value) {
    try {
      return Json.of(mapper.writeValueAsBytes(value));
    } catch (IOException | RuntimeException e) {
      return writeText(value);
    }
  }

  /** Half a surrogate pair can be said in JSON, by an escape, but not in UTF-8. */
  private Json writeText(Object value) {
    String text;
    try {
      text = mapper.writeValueAsString(value);
    } catch (IOException | RuntimeException e) {
      throw new UncheckedIOException(
          "The server's answer cannot be written as JSON", new IOException(e));
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                escaped.append(String.format("\\u%04x", c));
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return Json.of(escaped.toString());
  }

  Json writeOrNull(Object value) {
    return value == null ? null : write(value);
  }
}
