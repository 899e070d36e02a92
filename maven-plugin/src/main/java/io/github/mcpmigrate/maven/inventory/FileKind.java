package io.github.mcpmigrate.maven.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The kinds of files that are looked into, told by their names. */
enum FileKind {
  JAVA(Limit.TEXT, JavaSource.NEEDLES, JavaSource::read),
  SCRIPT(Limit.TEXT, ScriptSource.NEEDLES, ScriptSource::read),
  CLASS(Limit.TEXT, CompiledCode.NEEDLES, null),
  ARCHIVE(Limit.ARCHIVE, null, null),
  PROPERTIES(
      Limit.TEXT,
      Configuration.NEEDLES,
      (source, into) -> Configuration.read(source, Keys.ofProperties(source), into)),
  YAML(Limit.TEXT, Configuration.NEEDLES, FileKind::readYaml),
  POM(Limit.TEXT, null, BuildFile::readPom),
  GRADLE(Limit.TEXT, null, BuildFile::readGradle),
  CATALOG(Limit.TEXT, null, BuildFile::readCatalog),
  XML(Limit.TEXT, XmlSource.NEEDLES, XmlSource::read),
  PROXY(
      Limit.TEXT,
      Operations.NEEDLES,
      (source, into) -> {
        Configuration.read(source, Keys.ofProperties(source), into);
        Operations.read(source, true, into);
      }),
  OPERATIONS(
      Limit.TEXT, Operations.NEEDLES, (source, into) -> Operations.read(source, false, into)),
  JSON(Limit.TEXT, ClientFile.NEEDLES, FileKind::readJson),
  DOCUMENTATION(Limit.TEXT, Documentation.NEEDLES, Documentation::read);

  /** How large files of a kind may be. In bytes. */
  private static final class Limit {
    private static final long TEXT = 4L << 20;
    private static final long ARCHIVE = 512L << 20;
  }

  private static final Pattern CLIENT_JSON =
      Pattern.compile(
          "(?:.*/)?(?:\\.?mcp|mcp[-_]?config|mcp_settings|cline_mcp_settings|claude_desktop_config"
              + "|server|settings|\\.claude)\\.json");

  private static final Pattern OPERATIONS_NAME =
      Pattern.compile(
          "(?:dockerfile|containerfile)(?:\\..*)?|.*\\.dockerfile|makefile|procfile|jenkinsfile"
              + "|\\.env(?:\\..*)?|.*\\.(?:sh|bash|env|service|cmd|bat|ps1|tf|http|rest)");

  private static final Pattern PROXY_NAME =
      Pattern.compile(
          "caddyfile|.*\\.(?:conf|vcl|cfg)|nginx.*\\.(?:template|tpl)|.*\\.conf\\.template");

  private static final List<String> ARCHIVES = List.of("jar", "war", "ear");

  private final long limit;
  private final Needles needles;
  private final BiConsumer<SourceText, Reading> reader;

  FileKind(long limit, Needles needles, BiConsumer<SourceText, Reading> reader) {
    this.limit = limit;
    this.needles = needles;
    this.reader = reader;
  }

  /** The kind of a file, or empty if files of its name say nothing about transports. */
  static Optional<FileKind> of(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (name.equals("pom.xml") || ending.equals("pom")) {
      return Optional.of(POM);
    }
    if (name.endsWith(".gradle") || name.endsWith(".gradle.kts")) {
      return Optional.of(GRADLE);
    }
    if (name.endsWith(".versions.toml")) {
      return Optional.of(CATALOG);
    }
    if (OPERATIONS_NAME.matcher(name).matches()) {
      return Optional.of(OPERATIONS);
    }
    if (PROXY_NAME.matcher(name).matches()) {
      return Optional.of(PROXY);
    }
    if (ARCHIVES.contains(ending)) {
      return Optional.of(ARCHIVE);
    }
    return Optional.ofNullable(
        switch (ending) {
          case "java" -> JAVA;
          case "kt", "kts", "groovy", "scala" -> SCRIPT;
          case "class" -> CLASS;
          case "properties" -> PROPERTIES;
          case "yml", "yaml" -> YAML;
          case "xml" -> XML;
          case "json", "jsonc", "json5" -> JSON;
          case "md", "adoc", "rst", "mdx" -> DOCUMENTATION;
          default -> null;
        });
  }

  /** The size from which on a file is not looked into, in bytes. */
  long limit() {
    return limit;
  }

  /** Whether it is worth the while to read these bytes. */
  boolean mayHaveUses(byte[] bytes) {
    return needles == null || needles.in(bytes);
  }

  /** Reads a file of a kind that is text. */
  void read(SourceText source, Reading into) {
    reader.accept(source, into);
  }

  private static void readYaml(SourceText source, Reading into) {
    List<Keys.Entry> entries = Keys.ofYaml(source);
    Configuration.read(source, entries, into);
    ClientFile.readYaml(source, entries, into);
    Operations.read(source, false, into);
  }

  private static void readJson(SourceText source, Reading into) {
    boolean servers = source.text().contains("\"mcpServers\"");
    if (servers || CLIENT_JSON.matcher(source.file()).matches()) {
      ClientFile.readJson(source, into);
    } else if (source.text().contains("mcpClientTool")) {
      // A workflow of n8n, whose nodes are clients.
      ClientFile.readJson(source, into);
    }
  }
}
