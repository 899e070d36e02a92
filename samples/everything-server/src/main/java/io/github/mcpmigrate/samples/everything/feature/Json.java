package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON through the mapper of the SDK line that is running: Jackson 2 for 0.18, Jackson 3 later. */
final class Json {

  static final McpJsonMapper MAPPER = McpJsonDefaults.getMapper();

  private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};

  private Json() {}

  /** Reads a JSON object. */
  static Map<String, Object> object(String json) {
    try {
      return MAPPER.readValue(json, OBJECT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
