package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.json.Json;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one place where JSON becomes the SDK's objects, and they become JSON. */
final class SdkJson {

  private final McpJsonMapper mapper;

  SdkJson(McpJsonMapper mapper) {
    this.mapper = mapper;
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
    } catch (IOException e) {
      throw new UncheckedIOException("The server's answer cannot be written as JSON", e);
    }
  }

  Json writeOrNull(Object value) {
    return value == null ? null : write(value);
  }
}
