package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.clientconfig.Setting.Group;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Items;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decides what becomes of an entry that starts a program with the URL of a server: of {@code
 * mcp-remote}, whose arguments are known (version 0.1.38), or of any other bridge.
 */
record StartedBridge(OwnUrls own) {

  private static final String REMOTE = "mcp-remote";

  /** The values of {@code --transport} that ask for HTTP+SSE, with their counterparts. */
  private static final Map<String, String> TRANSPORTS =
      Map.of("sse-only", "http-only", "sse-first", "http-first");

  void of(Group entry, ConfigEdits edits, ConfigFindings findings) {
    List<Text> arguments =
        entry.members().values().stream()
            .flatMap(
                member ->
                    member instanceof Items items ? items.values().stream() : Stream.of(member))
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .toList();
    boolean remote = arguments.stream().anyMatch(argument -> isRemote(argument.value()));
    for (Text argument : arguments) {
      if (argument.value().matches("https?://\\S+") && own.looksLegacy(argument.value())) {
        url(argument, remote, arguments, edits, findings);
      }
    }
  }

  private void url(
      Text url, boolean remote, List<Text> arguments, ConfigEdits edits, ConfigFindings findings) {
    if (own.owner(url.value()) != OwnUrls.Owner.OWN) {
      findings.manual(
          url,
          "this is not known to be a server of this project: ask whoever runs it where it serves Streamable HTTP");
    } else if (own.stays().isPresent()) {
      findings.manual(url, own.stays().get());
    } else if (!remote) {
      findings.manual(
          url,
          "becomes "
              + own.moved(url.value()).orElseThrow()
              + ", if what is started here speaks Streamable HTTP");
    } else {
      String moved = own.moved(url.value()).orElseThrow();
      if (!moved.equals(url.value())) {
        edits.replace(url, moved);
        findings.changed(url, "becomes " + moved);
      }
      for (Text argument : arguments) {
        String transport = TRANSPORTS.get(argument.value());
        if (transport != null) {
          edits.replace(argument, transport);
          findings.changed(argument, "becomes " + transport);
        }
      }
    }
  }

  /** {@code mcp-remote}, {@code mcp-remote@0.1.38}. */
  private static boolean isRemote(String argument) {
    return argument.equals(REMOTE) || argument.startsWith(REMOTE + "@");
  }
}
