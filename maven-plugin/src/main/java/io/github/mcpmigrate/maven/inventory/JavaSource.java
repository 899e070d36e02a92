package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;

/**
 * Reads Java by its grammar alone: without a class path, types are told by imports. What cannot be
 * parsed is looked through for names, so that a broken file is not a silent one.
 */
final class JavaSource {

  /** One of these is in every source that is worth parsing. */
  static final Needles NEEDLES =
      Needles.of(
          "SseServer",
          "SseClient",
          "McpTransport",
          "McpServerTransport",
          "ServerMcpTransport",
          "ClientStreamableHttp",
          "McpServerEndpoint",
          "io.agentscope",
          "McpChannel",
          "noear.solon.ai.mcp",
          "text/event-stream",
          "SseEmitter",
          "SseEventSink",
          "ServerSentEvent",
          "TEXT_EVENT_STREAM",
          "SERVER_SENT_EVENTS",
          "/sse",
          "/message",
          "spring.ai.mcp",
          "quarkus.mcp",
          "MCP_2024_11_05",
          "2024-11-05");

  /** Within such a source, what the visitors look for and nothing of the above is near. */
  private static final Needles INTEREST =
      Needles.of(
          "Sse",
          "sse",
          "endpoint",
          "Endpoint",
          "McpTransport",
          "ServerTransport",
          "ClientStreamableHttp",
          "setSessionFactory",
          "/message",
          "2024",
          "spring.ai",
          "quarkus.mcp",
          "ServletRegistration",
          "class ");

  private static final ParserConfiguration GRAMMAR =
      new ParserConfiguration()
          .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
          .setAttributeComments(false)
          .setDetectOriginalLineSeparator(false);

  private JavaSource() {}

  static void read(SourceText source, Reading into) {
    ParseResult<CompilationUnit> parsed =
        new JavaParser(GRAMMAR).parse(Skim.of(source.text(), INTEREST));
    Optional<CompilationUnit> unit = parsed.getResult();
    if (!parsed.isSuccessful() || unit.isEmpty()) {
      into.notUnderstood(
          source.file(),
          "cannot be parsed as Java"
              + parsed.getProblems().stream()
                  .findFirst()
                  .flatMap(problem -> problem.getLocation())
                  .flatMap(place -> place.getBegin().getRange())
                  .map(range -> " from line " + range.begin.line + " on")
                  .orElse("")
              + "; its names were looked at");
      ScriptSource.read(source, into);
      return;
    }
    Names names = new Names(unit.get());
    new JavaUses(source, names, into).visit(unit.get(), null);
    new FrameworkUses(source, names, into).visit(unit.get(), null);
    new JavaPaths(source, names, into).visit(unit.get(), null);
    new HandWritten(source, names, into).look(unit.get());
  }
}
