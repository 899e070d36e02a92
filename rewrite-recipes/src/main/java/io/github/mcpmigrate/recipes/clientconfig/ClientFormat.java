package io.github.mcpmigrate.recipes.clientconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a client is told of servers: in which file, below which names, and in which words. As their
 * documentation and sources had it in 2026; a file is known by its name, since the same words mean
 * other things elsewhere.
 */
public enum ClientFormat {
  /** GitHub's Copilot CLI reads the same file, with the same words. */
  CLAUDE_CODE("Claude Code", "\\.mcp\\.json|\\.claude\\.json", "mcpServers", "http", Untyped.STDIO),
  COPILOT_CLI(
      "Copilot CLI",
      "\\.copilot/mcp-config\\.json|\\.github/mcp\\.json",
      "mcpServers",
      "http",
      Untyped.STDIO),
  VS_CODE("VS Code", "\\.vscode/mcp\\.json", "servers", "http", Untyped.DETECTED),
  CURSOR("Cursor", "\\.cursor/mcp\\.json", "mcpServers", null, Untyped.DETECTED),
  WINDSURF("Windsurf", "mcp_config\\.json", "mcpServers", null, Untyped.DETECTED),
  CLINE("Cline", "cline_mcp_settings\\.json", "mcpServers", "streamableHttp", Untyped.SSE),
  ROO(
      "Roo Code",
      "(\\.roo/mcp|mcp_settings)\\.json",
      "mcpServers",
      "streamable-http",
      Untyped.REFUSED),
  CONTINUE(
      "Continue",
      "\\.continue/(config|mcpServers/[^/]+)\\.ya?ml",
      "mcpServers",
      "streamable-http",
      Untyped.DETECTED),
  GEMINI_CLI("Gemini CLI", "\\.gemini/settings\\.json", "mcpServers", "http", Untyped.DETECTED),
  ZED("Zed", "\\.zed/settings\\.json", "context_servers", null, Untyped.STREAMABLE),
  LIBRECHAT("LibreChat", "librechat\\.ya?ml", "mcpServers", "streamable-http", Untyped.SSE),
  GOOSE("Goose", "goose/config\\.ya?ml", "extensions", "streamable_http", Untyped.REFUSED),
  CODEX("Codex", "\\.codex/config\\.toml", "mcp_servers", null, Untyped.STREAMABLE),
  AMAZON_Q(
      "Amazon Q", "(\\.amazonq|\\.aws/amazonq)/mcp\\.json", "mcpServers", "http", Untyped.STDIO),
  KIRO("Kiro", "\\.kiro/settings/mcp\\.json", "mcpServers", null, Untyped.DETECTED),
  /** Connects to no server by itself; what it starts may. */
  CLAUDE_DESKTOP(
      "Claude Desktop", "claude_desktop_config\\.json", "mcpServers", null, Untyped.STDIO);

  /** What an entry with a URL is taken for when it names no transport. */
  enum Untyped {
    /** HTTP+SSE. */
    SSE,
    /** Streamable HTTP is tried first, or whatever answers is taken. */
    DETECTED,
    /** Streamable HTTP: the client has nothing else. */
    STREAMABLE,
    /** A program to start, which it is not. */
    STDIO,
    /** An error. */
    REFUSED
  }

  private final String client;
  private final Pattern file;
  private final Pattern inText;
  private final String container;
  private final @Nullable String streamable;
  private final Untyped untyped;

  ClientFormat(
      String client, String file, String container, @Nullable String streamable, Untyped untyped) {
    this.client = client;
    this.file = Pattern.compile("(.*/)?(" + file + ")");
    this.inText = Pattern.compile("(?<![\\w.])(" + file + ")(?!\\w)");
    this.container = container;
    this.streamable = streamable;
    this.untyped = untyped;
  }

  /** The format of a file, by its path. */
  public static Optional<ClientFormat> of(Path path) {
    String name = path.toString().replace('\\', '/');
    return Stream.of(values()).filter(format -> format.file.matcher(name).matches()).findFirst();
  }

  /**
   * The format that a text is about, which names a client or its file; empty if it names none or
   * several.
   */
  static Optional<ClientFormat> named(String text) {
    List<ClientFormat> files =
        Stream.of(values()).filter(format -> format.inText.matcher(text).find()).toList();
    List<ClientFormat> found =
        files.isEmpty()
            ? Stream.of(values()).filter(format -> format.isNamed(text)).toList()
            : files;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private boolean isNamed(String text) {
    // "Continue" and "Goose" are words of other meanings, too.
    return this != CONTINUE
        && this != GOOSE
        && Pattern.compile("\\b" + client.replace("VS Code", "(?:VS|Visual Studio) Code") + "\\b")
            .matcher(text)
            .find();
  }

  /** The client's name. */
  String client() {
    return client;
  }

  /** Where the servers are. */
  List<String> container() {
    return List.of(container);
  }

  /** How Streamable HTTP is called; null where no entry says what it is. */
  @Nullable String streamable() {
    return streamable;
  }

  Untyped untyped() {
    return untyped;
  }

  /** The names that a URL may have, the one that counts most first. */
  List<String> urls() {
    return switch (this) {
      case WINDSURF -> List.of("serverUrl", "url");
      case GEMINI_CLI -> List.of("httpUrl", "url");
      case GOOSE -> List.of("uri");
      default -> List.of("url");
    };
  }

  /** The names that a transport may have, each with the word for Streamable HTTP there. */
  List<TypeName> types() {
    if (streamable == null) {
      return List.of(new TypeName("type", null));
    }
    return this == CLINE
        ? List.of(new TypeName("type", streamable), new TypeName("transportType", "http"))
        : List.of(new TypeName("type", streamable));
  }

  /**
   * A member that names a transport.
   *
   * @param streamable what it says of Streamable HTTP; null where the client knows no such member
   */
  record TypeName(String name, @Nullable String streamable) {}
}
