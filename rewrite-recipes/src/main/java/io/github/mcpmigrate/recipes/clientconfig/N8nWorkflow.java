package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.clientconfig.Setting.Group;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Items;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import java.util.List;

/**
 * Decides what becomes of n8n's node "MCP Client Tool" in an exported workflow, which may have any
 * name. Version 1 of the node knows HTTP+SSE alone; 1.1 takes it for HTTP+SSE unless told.
 */
record N8nWorkflow(OwnUrls own) {

  private static final String NODE = ".mcpClientTool";
  private static final String STREAMABLE = "httpStreamable";

  static boolean is(Group content) {
    return !nodes(content).isEmpty();
  }

  private static List<Group> nodes(Group content) {
    return content.members().get("nodes") instanceof Items items
        ? items.values().stream()
            .filter(Group.class::isInstance)
            .map(Group.class::cast)
            .filter(node -> node.text("type").filter(t -> t.value().endsWith(NODE)).isPresent())
            .toList()
        : List.of();
  }

  void of(Group content, ConfigEdits edits, ConfigFindings findings) {
    for (Group node : nodes(content)) {
      if (node.members().get("parameters") instanceof Group parameters) {
        node(node.text("typeVersion").map(Text::value).orElse("1"), parameters, edits, findings);
      }
    }
  }

  private void node(String version, Group parameters, ConfigEdits edits, ConfigFindings findings) {
    Text old = parameters.text("sseEndpoint").orElse(null);
    if (old != null && parameters.text("endpointUrl").isEmpty()) {
      findings.manual(
          old,
          "this node is of version 1, which knows HTTP+SSE alone: add it anew in n8n, with the transport HTTP Streamable");
      return;
    }
    Text url = parameters.text("endpointUrl").orElse(null);
    Text transport = parameters.text("serverTransport").orElse(null);
    boolean legacy = transport == null ? version.equals("1.1") : transport.value().equals("sse");
    if (url == null || !legacy) {
      return;
    }
    if (own.owner(url.value()) != OwnUrls.Owner.OWN) {
      findings.manual(
          url,
          "this is not known to be a server of this project: ask whoever runs it where it serves Streamable HTTP, and "
              + "set serverTransport to "
              + STREAMABLE);
    } else if (own.stays().isPresent()) {
      findings.manual(url, own.stays().get());
    } else {
      String moved = own.moved(url.value()).orElseThrow();
      if (!moved.equals(url.value())) {
        edits.replace(url, moved);
        findings.changed(url, "becomes " + moved);
      }
      if (transport == null) {
        edits.addAfter(url, "serverTransport", STREAMABLE);
      } else {
        edits.replace(transport, STREAMABLE);
      }
      findings.changed(url, "serverTransport becomes " + STREAMABLE);
    }
  }
}
