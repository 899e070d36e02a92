package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.util.HashSet;
import java.util.Set;

/**
 * What the two sides declared in the handshake, as far as it limits what the server may say: it is
 * to use negotiated capabilities only (specification 2025-11-25, "Lifecycle", "Operation").
 */
final class Negotiated {

  private final boolean roots;
  private final boolean sampling;
  private final boolean samplingTools;
  private final boolean elicitationForm;
  private final boolean elicitationUrl;
  private final boolean toolsChanged;
  private final boolean promptsChanged;
  private final boolean resourcesChanged;
  private final boolean resourcesUpdated;
  private final boolean logging;

  /** Notifications that were not allowed, or null for none. */
  private Set<String> refused;

  /**
   * @param client the capabilities in the client's {@code initialize}, or null
   * @param server the capabilities in the server's answer, or null
   */
  Negotiated(Json client, Json server) {
    roots = member(client, "roots") != null;
    Json samplingDeclared = member(client, "sampling");
    sampling = samplingDeclared != null;
    samplingTools = member(samplingDeclared, "tools") != null;
    Json elicitation = member(client, "elicitation");
    elicitationUrl = member(elicitation, "url") != null;
    // Before there were modes there was the form, and an empty object still means that.
    elicitationForm =
        elicitation != null && (!elicitationUrl || member(elicitation, "form") != null);
    toolsChanged = isTrue(member(member(server, "tools"), "listChanged"));
    promptsChanged = isTrue(member(member(server, "prompts"), "listChanged"));
    Json resources = member(server, "resources");
    resourcesChanged = isTrue(member(resources, "listChanged"));
    resourcesUpdated = isTrue(member(resources, "subscribe"));
    logging = member(server, "logging") != null;
  }

  /** The answer to a question that this client cannot be asked, or null when it can. */
  Envelope refusal(Ask ask) {
    return switch (ask.method()) {
      // As the specification has it for a client's own answer (2025-11-25, "Roots").
      case "roots/list" ->
          roots ? null : Envelope.error(null, RpcErrors.METHOD_NOT_FOUND, "Roots not supported");
      case "sampling/createMessage" -> samplingRefusal(ask.params());
      case "elicitation/create" -> elicitationRefusal(ask.params());
      default -> null;
    };
  }

  private Envelope samplingRefusal(Json params) {
    if (!sampling) {
      return undeclared("sampling");
    }
    boolean tools = member(params, "tools") != null || member(params, "toolChoice") != null;
    return tools && !samplingTools ? unsupported("tools in sampling") : null;
  }

  private Envelope elicitationRefusal(Json params) {
    if (!elicitationForm && !elicitationUrl) {
      return undeclared("elicitation");
    }
    Json mode = member(params, "mode");
    if (mode != null && "url".equals(mode.text())) {
      return elicitationUrl ? null : unsupported("elicitation by URL");
    }
    return elicitationForm ? null : unsupported("elicitation by form");
  }

  /** Whether the server has declared what this notification needs. */
  boolean allows(String notification) {
    return switch (notification) {
      case "notifications/tools/list_changed" -> toolsChanged;
      case "notifications/prompts/list_changed" -> promptsChanged;
      case "notifications/resources/list_changed" -> resourcesChanged;
      case "notifications/resources/updated" -> resourcesUpdated;
      case "notifications/message" -> logging;
      default -> true;
    };
  }

  /** Whether this notification, which is not allowed, is the first of its kind. */
  synchronized boolean refusedFirst(String notification) {
    if (refused == null) {
      refused = new HashSet<>(2);
    }
    return refused.add(notification);
  }

  /** Whether it is progress without a token: the client has not asked for any. */
  static boolean namesNoToken(Envelope notification) {
    return notification.method().equals("notifications/progress")
        && member(notification.payload(), "progressToken") == null;
  }

  private static Envelope undeclared(String capability) {
    return Envelope.error(
        null, RpcErrors.METHOD_NOT_FOUND, "The client has not declared " + capability);
  }

  private static Envelope unsupported(String what) {
    return Envelope.error(null, RpcErrors.INVALID_PARAMS, "The client has not declared " + what);
  }

  private static Json member(Json object, String name) {
    Json value = object == null ? null : object.member(name);
    return value == null || value.toString().equals("null") ? null : value;
  }

  private static boolean isTrue(Json value) {
    return value != null && value.toString().equals("true");
  }
}
