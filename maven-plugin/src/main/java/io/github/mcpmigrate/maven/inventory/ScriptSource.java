package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the other languages of the JVM, and Java that does not parse, by names and imports. */
final class ScriptSource {

  static final Needles NEEDLES =
      Needles.of(
          "SseServerTransport",
          "SseClientTransport",
          "McpTransport",
          "modelcontextprotocol",
          "ai.koog",
          "SseServerParameters");

  /** Comments and the inside of strings, which are no code. */
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?(?:\\*/|\\z)|\"\"\".*?(?:\"\"\"|\\z)|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"?",
          Pattern.DOTALL);

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^\\s*import\\s+([\\w.]+?)(?:\\.([*_]))?(?:\\s+as\\s+\\w+)?;?\\s*$");

  private static final Pattern NAME =
      Pattern.compile("\\b[A-Z]\\w*(?:Transport|Provider|Parameters)\\b");

  /** Calls of other SDKs, each with the package that they are imported from. */
  private record Call(Pattern pattern, String home, Rule rule, Stack stack) {}

  private static final List<Call> CALLS =
      List.of(
          new Call(
              Pattern.compile("(?<![\\w.])mcp\\s*(?:\\([^)]*\\)\\s*)?\\{"),
              "io.modelcontextprotocol.kotlin.",
              Rule.SERVER_FRAMEWORK,
              Stack.KOTLIN),
          new Call(
              Pattern.compile("\\b(?:mcpSse|mcpSseTransport|SseClientTransport)\\s*\\("),
              "io.modelcontextprotocol.kotlin.",
              Rule.CLIENT_FRAMEWORK,
              Stack.KOTLIN),
          new Call(
              Pattern.compile("\\b(?:fromSseUrl|defaultSseTransport)\\s*\\("),
              "ai.koog.",
              Rule.CLIENT_FRAMEWORK,
              Stack.KOOG));

  private ScriptSource() {}

  static void read(SourceText source, Reading into) {
    String code = codeOf(source.text());
    List<String> imports =
        IMPORT
            .matcher(code)
            .results()
            .map(found -> found.group(2) == null ? found.group(1) : found.group(1) + ".*")
            .toList();
    for (Call call : CALLS) {
      if (imports.stream().anyMatch(name -> name.startsWith(call.home()))) {
        Matcher found = call.pattern().matcher(code);
        while (found.find()) {
          add(
              source,
              found.start(),
              call.rule(),
              call.stack(),
              "",
              Action.MANUAL,
              FrameworkUses.byHand(call.stack()),
              into);
        }
      }
    }
    legacyNames(source, code, imports, into);
  }

  private static void legacyNames(
      SourceText source, String code, List<String> imports, Reading into) {
    Matcher name = NAME.matcher(code);
    boolean reported = false;
    while (name.find()) {
      Optional<LegacyType> type = LegacyType.named(name.group());
      Optional<String> full = type.flatMap(legacy -> imported(legacy.name(), imports));
      String line = source.line(source.lineAt(name.start()));
      if (full.isEmpty() || line.strip().startsWith("import ")) {
        continue;
      }
      String rest = code.substring(name.end(), Math.min(code.length(), name.end() + 40));
      boolean made = rest.matches("(?s)\\s*(?:\\(|\\.\\s*builder\\s*\\().*");
      if (source.file().endsWith(".kt") || source.file().endsWith(".java")) {
        if (made && !line.contains("class ")) {
          constructed(source, name.start(), type.orElseThrow(), full.get(), into);
        }
      } else if (!reported) {
        reported = true;
        add(
            source,
            name.start(),
            Rule.OTHER_LANGUAGE,
            type.orElseThrow().stack(),
            full.get(),
            Action.MANUAL,
            "recipes edit Java and Kotlin; no server moves while this stays",
            into);
      }
    }
  }

  private static void constructed(
      SourceText source, int at, LegacyType type, String full, Reading into) {
    boolean broken = source.file().endsWith(".java");
    Rule rule = type.made();
    if (type.server()) {
      into.endpoints.add(Endpoint.DEFAULT_SSE);
    }
    add(
        source,
        at,
        rule,
        type.stack(),
        full,
        broken ? Action.UNKNOWN : type.stack().action(),
        broken ? "this file cannot be parsed, and nothing in it is edited" : type.fate(),
        into);
  }

  private static Optional<String> imported(String name, List<String> imports) {
    return imports.stream()
        .filter(one -> one.endsWith("." + name))
        .filter(one -> LegacyType.of(one).isPresent())
        .findFirst()
        .or(
            () ->
                LegacyType.fromStar(
                    name,
                    imports.stream()
                        .filter(one -> one.endsWith(".*"))
                        .map(one -> one.substring(0, one.length() - 2))
                        .toList()));
  }

  private static void add(
      SourceText source,
      int at,
      Rule rule,
      Stack stack,
      String type,
      Action action,
      String reason,
      Reading into) {
    into.uses.add(
        Use.of(
                rule,
                Reading.finding(
                    rule, source, source.lineAt(at), source.columnAt(at), action, reason),
                stack)
            .ofType(type));
  }

  /** The same text, as long, with blanks for what is no code. */
  static String codeOf(String text) {
    StringBuilder code = new StringBuilder(text);
    Matcher token = NOT_CODE.matcher(text);
    while (token.find()) {
      for (int i = token.start(); i < token.end(); i++) {
        if (text.charAt(i) != '\n') {
          code.setCharAt(i, ' ');
        }
      }
    }
    return code.toString();
  }
}
