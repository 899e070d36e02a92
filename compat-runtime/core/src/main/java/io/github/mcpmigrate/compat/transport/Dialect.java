package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The edits that a result needs before a client of an older revision can read it. A content block
 * of a type that its revision does not have makes such a client refuse the whole result: {@code
 * audio} came with 2025-03-26, {@code resource_link} with 2025-06-18 (their changelogs). Members
 * that came later need none, for clients ignore what they do not know.
 *
 * <p>A client that sends {@code MCP-Protocol-Version} knows 2025-06-18, which introduced that
 * header, whatever it negotiated: the Java SDK's HTTP+SSE clients ask for 2024-11-05 to this day,
 * and from 0.11 on they read both blocks, and send the header.
 */
enum Dialect {
  OF_2024_11_05("audio", "resource_link"),
  OF_2025_03_26("resource_link"),
  OF_2025_06_18;

  private final List<Json> unread;

  Dialect(String... unread) {
    this.unread = List.of(unread).stream().map(Json::string).toList();
  }

  /**
   * @param version what was negotiated, or null before that
   * @param sendsVersion whether the client sends {@code MCP-Protocol-Version}; asked only where
   *     that matters
   */
  static Dialect of(String version, BooleanSupplier sendsVersion) {
    if (version == null
        || ProtocolVersions.atLeast(version, ProtocolVersions.V_2025_06_18)
        || sendsVersion.getAsBoolean()) {
      return OF_2025_06_18;
    }
    return ProtocolVersions.atLeast(version, ProtocolVersions.V_2025_03_26)
        ? OF_2025_03_26
        : OF_2024_11_05;
  }

  /**
   * @param method of the request that is answered
   * @return the response itself when the client can read it as it is
   */
  Envelope toWire(String method, Envelope response) {
    if (unread.isEmpty() || response.kind() != Envelope.Kind.RESULT) {
      return response;
    }
    boolean tool = method.equals("tools/call");
    if (!tool && !method.equals("prompts/get") || !response.payload().mayHold(unread)) {
      return response;
    }
    List<Json.Edit> edits = edits(blocks(response.payload(), tool));
    return edits.isEmpty()
        ? response
        : Envelope.result(response.id(), response.payload().edited(edits));
  }

  private static List<Json> blocks(Json result, boolean tool) {
    Json list = result.member(tool ? "content" : "messages");
    if (list == null) {
      return List.of();
    }
    if (tool) {
      return list.elements();
    }
    List<Json> blocks = new ArrayList<>();
    for (Json message : list.elements()) {
      Json block = message.member("content");
      if (block != null) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  private List<Json.Edit> edits(List<Json> blocks) {
    List<Json.Edit> edits = new ArrayList<>();
    for (Json block : blocks) {
      Json readable = readable(block, edits.size() + 1);
      if (readable != null) {
        edits.add(new Json.Edit(block, readable));
      }
    }
    return edits;
  }

  /** What the client gets in place of this block, or null when it can read it. */
  private Json readable(Json block, int number) {
    Json type = block.member("type");
    String name = type == null ? null : type.text();
    if (name == null || !unread.contains(Json.string(name))) {
      return null;
    }
    return name.equals("audio") ? resource(block, number) : text(block);
  }

  /** The audio as an embedded resource, the one block of 2024-11-05 that can hold any bytes. */
  private static Json resource(Json audio, int number) {
    Json data = audio.member("data");
    Json mimeType = audio.member("mimeType");
    if (data == null || mimeType == null) {
      // No audio of any revision.
      return null;
    }
    Map<String, Json> contents = new LinkedHashMap<>();
    contents.put("uri", Json.string("mcp-compat://audio/" + number));
    contents.put("mimeType", mimeType);
    contents.put("blob", data);
    Map<String, Json> resource = new LinkedHashMap<>();
    resource.put("type", Json.string("resource"));
    resource.put("resource", Json.object(contents));
    return annotated(resource, audio);
  }

  /** The link as text, in its JSON: nothing of it is lost, and a model reads it all the same. */
  private static Json text(Json link) {
    Map<String, Json> text = new LinkedHashMap<>();
    text.put("type", Json.string("text"));
    text.put("text", Json.string(link.toString()));
    return annotated(text, link);
  }

  private static Json annotated(Map<String, Json> block, Json original) {
    Json annotations = original.member("annotations");
    if (annotations != null) {
      block.put("annotations", annotations);
    }
    return Json.object(block);
  }
}
