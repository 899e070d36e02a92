package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.clientconfig.Setting.Group;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Items;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import java.util.List;
import java.util.Map;
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
    boolean concerned = false;
    List<Group> remotes = groups(content, "remotes");
    for (Group remote : remotes) {
      boolean listed =
          remote.text("url").flatMap(url -> own.moved(url.value())).stream()
              .anyMatch(moved -> remotes.stream().anyMatch(one -> isAt(one, moved)));
      concerned |= !listed && transport(remote, true, edits, findings);
    }
    for (Group part : groups(content, "packages")) {
      if (part.members().get("transport") instanceof Group transport) {
        concerned |= transport(transport, false, edits, findings);
      }
    }
    if (concerned) {
      content
          .text("version")
          .ifPresent(
              version ->
                  findings.manual(
                      version,
                      "the registry takes no change of a version that is published: raise it"));
    }
  }

  /**
   * @param oneOfSeveral whether others may stand beside it
   * @return whether the project's own server, which moves, is meant
   */
  private boolean transport(
      Group transport, boolean oneOfSeveral, ConfigEdits edits, ConfigFindings findings) {
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
      findings.manual(type, own.stays().get());
      return false;
    }
    if (moved.isEmpty()) {
      findings.manual(
          type,
          "no server of this project has HTTP+SSE at this path: where it serves Streamable HTTP, this becomes "
              + STREAMABLE);
      return false;
    }
    Map<Text, String> values = Map.of(type, STREAMABLE, url, moved.get());
    if (!toBoth) {
      values.forEach(edits::replace);
      findings.changed(type, "becomes " + STREAMABLE + ", at " + moved.get());
    } else if (oneOfSeveral) {
      edits.addBefore(url, values);
      findings.changed(type, "gets " + STREAMABLE + ", at " + moved.get() + ", before it");
    } else {
      findings.manual(
          type,
          "both transports are served: to offer "
              + moved.get()
              + ", too, list this package a second time, with "
              + STREAMABLE);
    }
    return true;
  }

  private static boolean isAt(Group remote, String url) {
    return remote.text("url").filter(text -> text.value().equals(url)).isPresent()
        && remote.members().values().stream()
            .anyMatch(member -> member instanceof Text text && text.value().equals(STREAMABLE));
  }

  private static List<Group> groups(Group content, String name) {
    return content.members().get(name) instanceof Items items
        ? items.values().stream().filter(Group.class::isInstance).map(Group.class::cast).toList()
        : List.of();
  }
}
