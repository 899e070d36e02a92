package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.clientconfig.Setting.Group;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Items;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openrewrite.SourceFile;

/**
 * Decides what becomes of {@code server.json}, by which a project tells the MCP registry of its
 * server: its schemas of 2025-07-09 ({@code transport_type}) to 2025-12-11. The host is the
 * project's own, whatever it is called.
 *
 * @param toBoth whether HTTP+SSE is served on, so that the file goes on to list it
 */
record RegistryServer(OwnUrls own, boolean toBoth) {

  private static final String STREAMABLE = "streamable-http";

  static boolean is(SourceFile file, Group content) {
    return file.getSourcePath().endsWith("server.json")
        && content
            .text("$schema")
            .filter(s -> s.value().contains("modelcontextprotocol"))
            .isPresent();
  }

  void of(Group content, ConfigEdits edits, ConfigFindings findings) {
    boolean moved = false;
    for (Group remote : groups(content, "remotes")) {
      moved |= transport(remote, edits, findings);
    }
    for (Group part : groups(content, "packages")) {
      if (part.members().get("transport") instanceof Group transport) {
        moved |= transport(transport, edits, findings);
      }
    }
    if (moved) {
      content
          .text("version")
          .ifPresent(
              version ->
                  findings.manual(
                      version,
                      "the registry takes no change of a version that is published: raise it"));
    }
  }

  private boolean transport(Group transport, ConfigEdits edits, ConfigFindings findings) {
    Text type =
        Stream.of("type", "transport_type")
            .flatMap(name -> transport.text(name).stream())
            .filter(text -> text.value().equals("sse"))
            .findFirst()
            .orElse(null);
    Text url = transport.text("url").orElse(null);
    if (type == null || url == null) {
      return false;
    }
    Optional<String> moved = own.moved(url.value());
    if (own.stays().isPresent()) {
      findings.manual(url, own.stays().get());
    } else if (moved.isEmpty()) {
      findings.manual(
          url,
          "no server of this project has HTTP+SSE at this path: where it serves Streamable HTTP, this becomes "
              + STREAMABLE);
    } else if (toBoth) {
      findings.manual(
          url,
          "both transports are served: list {\"type\": \""
              + STREAMABLE
              + "\", \"url\": \""
              + moved.get()
              + "\"} before it");
    } else {
      edits.replace(type, STREAMABLE);
      findings.changed(type, "becomes " + STREAMABLE);
      if (!moved.get().equals(url.value())) {
        edits.replace(url, moved.get());
        findings.changed(url, "becomes " + moved.get());
      }
      return true;
    }
    return false;
  }

  private static List<Group> groups(Group content, String name) {
    return content.members().get(name) instanceof Items items
        ? items.values().stream().filter(Group.class::isInstance).map(Group.class::cast).toList()
        : List.of();
  }
}
