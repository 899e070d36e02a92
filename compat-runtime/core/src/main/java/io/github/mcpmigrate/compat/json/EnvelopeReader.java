package io.github.mcpmigrate.compat.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON-RPC messages in one pass over their bytes. The payload is checked for syntax and
 * UTF-8, but not built.
 */
public final class EnvelopeReader {

  private EnvelopeReader() {}

  /**
   * A JSON-RPC batch.
   *
   * @param faults for each element that is no message, the error to answer
   */
  public record Batch(List<Envelope> messages, List<Envelope> faults) {}

  /** Whether the body is a JSON array, that is a JSON-RPC batch. */
  public static boolean isBatch(byte[] body) {
    int at = startsWithBom(body) ? 3 : 0;
    while (at < body.length && body[at] >= 0 && body[at] <= ' ') {
      at++;
    }
    return at < body.length && body[at] == '[';
  }

  /**
   * Reads a body that is one message.
   *
   * @throws MalformedMessageException with the error to answer: -32700 for what is no JSON, -32600
   *     for JSON that is no message
   */
  public static Envelope read(byte[] body) throws MalformedMessageException {
    requireUtf8(body);
    try (JsonParser parser = JsonText.parser(body, 0, body.length)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw parseError("The body is empty; send one JSON-RPC message");
      }
      Members members = first == JsonToken.START_OBJECT ? members(parser, body) : skip(parser);
      if (parser.nextToken() != null) {
        throw parseError("There is something after the JSON-RPC message");
      }
      return members.toEnvelope();
    } catch (JsonProcessingException e) {
      throw parseError("The body is not well-formed JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a body that is a batch.
   *
   * @throws MalformedMessageException when the body is no JSON, no array, or empty
   */
  public static Batch readBatch(byte[] body) throws MalformedMessageException {
    requireUtf8(body);
    List<Envelope> messages = new ArrayList<>();
    List<Envelope> faults = new ArrayList<>();
    try (JsonParser parser = JsonText.parser(body, 0, body.length)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw invalid(null, "The body is no batch");
      }
      JsonToken token = parser.nextToken();
      while (token != JsonToken.END_ARRAY) {
        Members members = token == JsonToken.START_OBJECT ? members(parser, body) : skip(parser);
        try {
          messages.add(members.toEnvelope());
        } catch (MalformedMessageException e) {
          faults.add(e.toError());
        }
        token = parser.nextToken();
      }
      if (parser.nextToken() != null) {
        throw parseError("There is something after the batch");
      }
    } catch (JsonProcessingException e) {
      throw parseError("The body is not well-formed JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (messages.isEmpty() && faults.isEmpty()) {
      throw invalid(null, "The batch is empty");
    }
    return new Batch(List.copyOf(messages), List.copyOf(faults));
  }

  private static Members skip(JsonParser parser) throws IOException {
    JsonText.end(parser);
    Members none = new Members();
    none.fault = "A JSON-RPC message is a JSON object";
    return none;
  }

  private static Members members(JsonParser parser, byte[] body) throws IOException {
    Members members = new Members();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      int start = JsonText.start(parser);
      int end = JsonText.end(parser);
      members.put(name, Json.slice(body, start, end - start));
    }
    return members;
  }

  /** UTF-16 and UTF-32 would be read too, at offsets we cannot know; MCP is UTF-8 only. */
  private static void requireUtf8(byte[] body) throws MalformedMessageException {
    for (int i = 0; i < Math.min(4, body.length); i++) {
      if (body[i] == 0) {
        throw parseError("The body is not UTF-8");
      }
    }
    if (!Utf8.isValid(body)) {
      throw parseError("The body is not UTF-8");
    }
  }

  private static boolean startsWithBom(byte[] body) {
    return body.length >= 3
        && body[0] == (byte) 0xEF
        && body[1] == (byte) 0xBB
        && body[2] == (byte) 0xBF;
  }

  private static MalformedMessageException parseError(String message) {
    return new MalformedMessageException(RpcErrors.PARSE_ERROR, null, message);
  }

  private static MalformedMessageException invalid(RequestId id, String message) {
    return new MalformedMessageException(RpcErrors.INVALID_REQUEST, id, message);
  }

  /** The members of one message as they are met, in whatever order. */
  private static final class Members {
    private Json jsonrpc;
    private Json id;
    private Json method;
    private Json params;
    private Json result;
    private Json error;
    private String fault;

    void put(String name, Json value) {
      switch (name) {
        case "jsonrpc" -> jsonrpc = once(name, jsonrpc, value);
        case "id" -> id = once(name, id, value);
        case "method" -> method = once(name, method, value);
        case "params" -> params = once(name, params, value);
        case "result" -> result = once(name, result, value);
        case "error" -> error = once(name, error, value);
        default -> {
          // Unknown members are allowed and not passed on.
        }
      }
    }

    /** Two readers of a message with a member twice could act on different ones. */
    private Json once(String name, Json before, Json value) {
      if (before != null) {
        fault = "The member \"" + name + "\" is given twice";
      }
      return value;
    }

    Envelope toEnvelope() throws MalformedMessageException {
      RequestId requestId = RequestId.read(id);
      if (fault != null) {
        throw invalid(requestId, fault);
      }
      if (jsonrpc == null || !"2.0".equals(jsonrpc.text())) {
        throw invalid(requestId, "\"jsonrpc\" must be \"2.0\"");
      }
      if (id != null && requestId == null && method != null) {
        throw invalid(null, "\"id\" must be a string or an integer");
      }
      return method != null ? call(requestId) : response(requestId);
    }

    private Envelope call(RequestId requestId) throws MalformedMessageException {
      String name = method.text();
      if (name == null || name.isEmpty()) {
        throw invalid(requestId, "\"method\" must be a string");
      }
      if (result != null || error != null) {
        throw invalid(requestId, "A message has either a method or a result, not both");
      }
      if (params != null && !params.isObject()) {
        throw invalid(requestId, "\"params\" must be an object");
      }
      return requestId == null
          ? Envelope.notification(name, params)
          : Envelope.request(requestId, name, params);
    }

    private Envelope response(RequestId requestId) throws MalformedMessageException {
      if ((result == null) == (error == null)) {
        throw invalid(requestId, "A message has a method, or a result, or an error");
      }
      if (result != null && requestId == null) {
        throw invalid(null, "A result needs the id of its request");
      }
      return result != null
          ? Envelope.result(requestId, result)
          : new Envelope(Envelope.Kind.ERROR, requestId, null, error);
    }
  }
}
