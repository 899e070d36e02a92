package io.github.mcpmigrate.compat.graft;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.EnvelopeReader;
import io.github.mcpmigrate.compat.json.MalformedMessageException;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;

/**
 * Turns messages of the SDK into those of the engine and back, by their JSON alone: their classes
 * have other members in each version. SDK 0.8 to 0.12 have Jackson's mapper, later ones their own.
 */
abstract class SdkMessages {

  private final MethodHandle read;

  private SdkMessages(Class<?> mapperType, Object mapper) {
    try {
      read =
          MethodHandles.publicLookup()
              .findStatic(
                  Class.forName("io.modelcontextprotocol.spec.McpSchema"),
                  "deserializeJsonRpcMessage",
                  MethodType.methodType(JSONRPCMessage.class, mapperType, String.class))
              .bindTo(mapper);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This version of the MCP Java SDK is not known", e);
    }
  }

  /**
   * @param mapper the one the provider has
   */
  static SdkMessages by(Object mapper) {
    // By name: of the two types, a version of the SDK may have only one on its class path.
    return isJackson(mapper.getClass()) ? new Jackson(mapper) : new Own(mapper);
  }

  private static boolean isJackson(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals("com.fasterxml.jackson.databind.ObjectMapper")) {
        return true;
      }
    }
    return false;
  }

  /**
   * @throws IOException when the server has no use for such a message
   */
  final JSONRPCMessage toSdk(Envelope message) throws IOException {
    String text = new String(message.toBytes(), StandardCharsets.UTF_8);
    try {
      return (JSONRPCMessage) read.invokeExact(text);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }

  final Envelope fromSdk(JSONRPCMessage message) {
    try {
      return EnvelopeReader.read(write(message));
    } catch (IOException | MalformedMessageException e) {
      throw new UncheckedIOException(
          "What the server says cannot be written as JSON", new IOException(e));
    }
  }

  /** A transport that hands on what the server says; the SDK asks it for the conversion, too. */
  abstract <T> T convert(Object data, TypeReference<T> type);

  abstract <T> T convert(Object data, TypeRef<T> type);

  abstract byte[] write(Object message) throws IOException;

  private static final class Jackson extends SdkMessages {

    private final ObjectMapper mapper;

    Jackson(Object mapper) {
      super(ObjectMapper.class, mapper);
      this.mapper = (ObjectMapper) mapper;
    }

    @Override
    <T> T convert(Object data, TypeReference<T> type) {
      return mapper.convertValue(data, type);
    }

    @Override
    <T> T convert(Object data, TypeRef<T> type) {
      throw new UnsupportedOperationException("This version of the SDK has no such type");
    }

    @Override
    byte[] write(Object message) throws IOException {
      return mapper.writeValueAsBytes(message);
    }
  }

  private static final class Own extends SdkMessages {

    private final McpJsonMapper mapper;

    Own(Object mapper) {
      super(McpJsonMapper.class, mapper);
      this.mapper = (McpJsonMapper) mapper;
    }

    @Override
    <T> T convert(Object data, TypeReference<T> type) {
      throw new UnsupportedOperationException("This version of the SDK has no such type");
    }

    @Override
    <T> T convert(Object data, TypeRef<T> type) {
      return mapper.convertValue(data, type);
    }

    @Override
    byte[] write(Object message) throws IOException {
      return mapper.writeValueAsBytes(message);
    }
  }
}
