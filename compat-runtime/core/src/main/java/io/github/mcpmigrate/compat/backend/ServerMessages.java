package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.EnvelopeReader;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.MalformedMessageException;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what servers say that were written by hand. Their JSON libraries write members that are
 * null, and numbers as 1.0; nobody told them, because the clients of their time read on.
 */
final class ServerMessages {

  private static final Json NULL = Json.of("null");
  private static final Json EMPTY = Json.of("{}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("(-?[0-9]+)\\.0+");

  private ServerMessages() {}

  /**
   * @return the message, or the messages of a batch
   * @throws IllegalArgumentException when it is no JSON-RPC message, saying why; never its content
   */
  static List<Envelope> read(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    try {
      if (!EnvelopeReader.isBatch(bytes)) {
        return List.of(read(bytes));
      }
      EnvelopeReader.readBatch(bytes);
    } catch (MalformedMessageException e) {
      // Not the parser's words, which quote the text.
      throw illegal("It is not well-formed JSON, or an empty batch");
    }
    List<Envelope> messages = new ArrayList<>();
    for (Json element : Json.of(bytes).elements()) {
      messages.add(lenient(element));
    }
    return messages;
  }

  private static Envelope read(byte[] bytes) throws MalformedMessageException {
    Envelope read;
    try {
      read = EnvelopeReader.read(bytes);
    } catch (MalformedMessageException e) {
      if (e.code() == RpcErrors.PARSE_ERROR) {
        throw e;
      }
      return lenient(Json.of(bytes));
    }
    return read.kind() == Envelope.Kind.RESULT && read.payload().equals(NULL)
        ? Envelope.result(read.id(), EMPTY)
        : read;
  }

  private static Envelope lenient(Json message) {
    if (!message.isObject()) {
      throw illegal("A JSON-RPC message is a JSON object");
    }
    RequestId id = id(member(message, "id"));
    Json method = member(message, "method");
    return method == null ? response(message, id) : call(message, id, method.text());
  }

  private static Envelope call(Json message, RequestId id, String method) {
    Json params = member(message, "params");
    if (method == null || method.isEmpty()) {
      throw illegal("\"method\" must be a string");
    }
    if (params != null && !params.isObject()) {
      throw illegal("\"params\" must be an object");
    }
    return id == null
        ? Envelope.notification(method, params)
        : Envelope.request(id, method, params);
  }

  private static Envelope response(Json message, RequestId id) {
    Json error = member(message, "error");
    if (error != null) {
      return new Envelope(Envelope.Kind.ERROR, id, null, error);
    }
    if (message.member("result") == null) {
      throw illegal("A message has a method, or a result, or an error");
    }
    Json result = member(message, "result");
    return Envelope.result(id, result == null ? EMPTY : result);
  }

  private static Json member(Json message, String name) {
    Json value = message.member(name);
    return value == null || value.equals(NULL) ? null : value;
  }

  private static RequestId id(Json value) {
    if (value == null) {
      return null;
    }
    RequestId id = RequestId.read(value);
    return id == null ? RequestId.read(whole(value)) : id;
  }

  /** A whole number as such: Gson reads 1 as 1.0 where it is not told a type, and writes that. */
  static Json whole(Json number) {
    var decimal = WHOLE_NUMBER.matcher(number.toString());
    return decimal.matches() ? Json.of(decimal.group(1)) : number;
  }

  private static IllegalArgumentException illegal(String reason) {
    return new IllegalArgumentException("This is no JSON-RPC message: " + reason);
  }
}
