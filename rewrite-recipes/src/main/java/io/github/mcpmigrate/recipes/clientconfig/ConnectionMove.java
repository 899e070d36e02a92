package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.clientconfig.ClientFormat.TypeName;
import io.github.mcpmigrate.recipes.clientconfig.ClientFormat.Untyped;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Group;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of one entry of a client's configuration that has a URL. */
record ConnectionMove(ClientFormat format, OwnUrls own) {

  private static final List<String> HTTP_SSE = List.of("sse", "SSE");

  /** Writes into {@code edits} and {@code findings} what becomes of an entry. */
  void of(Group entry, ConfigEdits edits, ConfigFindings findings) {
    Optional<Text> found =
        format.urls().stream().flatMap(key -> entry.text(key).stream()).findFirst();
    if (found.isEmpty()) {
      return;
    }
    Text url = found.get();
    TypeName named = typeOf(entry).orElse(null);
    if (!isLegacy(entry, url, named)) {
      return;
    }
    if (format == ClientFormat.CLAUDE_DESKTOP) {
      findings.manual(
          url,
          "Claude Desktop connects to no server that this file gives a URL of: add it in the settings as a connector, or start mcp-remote");
      return;
    }
    switch (own.owner(url.value())) {
      case OTHER ->
          findings.manual(
              url,
              "this is no server of this project: ask whoever runs it where it serves Streamable HTTP"
                  + words(named));
      case UNCLEAR ->
          findings.manual(
              url,
              own.stays()
                  .orElse(
                      "no server of this project is known to be at this port and path: if it is one, its URL becomes "
                          + "that of Streamable HTTP"
                          + words(named)));
      case OWN -> move(entry, url, named, edits, findings);
    }
  }

  private void move(
      Group entry, Text url, @Nullable TypeName named, ConfigEdits edits, ConfigFindings findings) {
    if (own.stays().isPresent()) {
      findings.manual(url, own.stays().get());
      return;
    }
    String moved = own.moved(url.value()).orElseThrow();
    if (!moved.equals(url.value())) {
      edits.replace(url, moved);
      findings.changed(url, "becomes " + moved);
    }
    if (named != null) {
      Text type = entry.text(named.name()).orElseThrow();
      if (named.streamable() == null) {
        findings.manual(
            type, format.client() + " finds the transport by itself: delete " + named.name());
      } else {
        edits.replace(type, named.streamable());
        findings.changed(type, "becomes " + named.streamable());
      }
    } else if (entry.text("type").isEmpty()) {
      untyped(url, edits, findings);
    }
  }

  /** An entry that does not say what it is. */
  private void untyped(Text url, ConfigEdits edits, ConfigFindings findings) {
    switch (format.untyped()) {
      case SSE -> {
        edits.addAfter(url, "type", format.streamable());
        findings.changed(
            url, "gets the type " + format.streamable() + ": without one it is HTTP+SSE");
      }
      case STDIO, REFUSED ->
          findings.manual(
              url,
              format.client()
                  + " does not take this entry without a type: add "
                  + format.streamable());
      default -> {}
    }
  }

  private boolean isLegacy(Group entry, Text url, @Nullable TypeName named) {
    if (named != null) {
      return true;
    }
    if (own.paths().containsValue(path(url.value()))) {
      return false;
    }
    boolean untyped = format.types().stream().allMatch(type -> entry.text(type.name()).isEmpty());
    return untyped
        ? own.looksLegacy(url.value())
            || format.untyped() == Untyped.SSE && url.value().startsWith("http")
        : own.owner(url.value()) == OwnUrls.Owner.OWN;
  }

  private static String path(String url) {
    return url.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*$", "");
  }

  /** The member that says that an entry is HTTP+SSE. */
  private Optional<TypeName> typeOf(Group entry) {
    return format.types().stream()
        .filter(
            type ->
                entry.text(type.name()).filter(text -> HTTP_SSE.contains(text.value())).isPresent())
        .findFirst();
  }

  private static String words(@Nullable TypeName named) {
    return named == null || named.streamable() == null
        ? ""
        : ", and " + named.name() + " becomes " + named.streamable();
  }
}
