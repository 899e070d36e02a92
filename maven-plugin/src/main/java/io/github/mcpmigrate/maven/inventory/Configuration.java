package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.inventory.Keys.Entry;
import io.github.mcpmigrate.maven.inventory.Reading.Setting;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the keys of applications; what they are for is in their frameworks' documentation. */
final class Configuration {

  static final Needles NEEDLES =
      Needles.of("mcp", "sse", "SSE", "MCP", "transport-type", "channel", "/message");

  /** The files that Spring Boot reads by itself, and that recipes edit. */
  private static final Pattern BOOT =
      Pattern.compile("(?:.*/)?(?:application|bootstrap)(?:-[^./]+)?\\.(?:properties|ya?ml)");

  /** Where a file of that name stands in a ConfigMap; recipes edit it there, too. */
  private static final Pattern EMBEDDED =
      Pattern.compile(
          "^.*\\b(?:application|bootstrap)(?:-[^.]+)?\\.(?:properties|ya?ml)\\.(?=spring\\.|quarkus\\.|%)");

  private static final String SERVER = "spring.ai.mcp.server.";

  private static final Pattern SPRING_CLIENT =
      Pattern.compile("spring\\.ai\\.mcp\\.client\\.sse\\.connections\\..*");

  private static final Pattern QUARKUS_SERVER =
      Pattern.compile("quarkus\\.mcp\\.server\\.(?:[^.]+\\.)?sse\\..*");

  /** Keys whose value chooses HTTP+SSE. */
  private record Choice(Pattern key, String value, Rule rule, Stack stack) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(
              Pattern.compile("quarkus\\.langchain4j\\.mcp\\.[^.]+\\.transporttype"),
              "http",
              Rule.CONFIG_QUARKUS_CLIENT,
              Stack.QUARKUS_LANGCHAIN4J),
          new Choice(
              Pattern.compile("solon\\.(?:ai\\.)?mcp\\.(?:client|server)\\.[^.]+\\.channel"),
              "sse",
              Rule.CONFIG_FRAMEWORK,
              Stack.SOLON),
          new Choice(
              Pattern.compile("mcp\\.[^.]+\\.transport"),
              "sse",
              Rule.CONFIG_FRAMEWORK,
              Stack.JOOBY),
          new Choice(
              Pattern.compile("(?:.*\\.)?mcpserver\\.[^.]+\\.transporttype"),
              "sse",
              Rule.CONFIG_FRAMEWORK,
              Stack.CAMEL));

  private static final Pattern ALIBABA =
      Pattern.compile("spring\\.ai\\.alibaba\\.mcp\\.(?:nacos\\.)?client\\.sse\\.connections\\..*");

  private Configuration() {}

  static void read(SourceText source, List<Entry> entries, Reading into) {
    for (Entry entry : entries) {
      String key = canonical(EMBEDDED.matcher(entry.path()).replaceFirst(""));
      if (key.startsWith(SERVER)) {
        springServer(source, entry, key, into);
      } else if (SPRING_CLIENT.matcher(key).matches()) {
        springClient(source, entry, key, into);
      } else if (QUARKUS_SERVER.matcher(key).matches()) {
        quarkus(
            source,
            entry,
            Rule.CONFIG_QUARKUS_SERVER,
            Stack.QUARKUS,
            "becomes a key of quarkus.mcp.server.http",
            into);
        if (key.endsWith(".rootpath")) {
          into.endpoints.add(Endpoint.path(entry.value() + "/sse"));
        }
      } else if (ALIBABA.matcher(key).matches()) {
        add(source, entry, Rule.CONFIG_FRAMEWORK, Stack.ALIBABA, into);
      } else {
        choice(entry, key).ifPresent(choice -> chosen(source, entry, choice, into));
      }
    }
  }

  private static void chosen(SourceText source, Entry entry, Choice choice, Reading into) {
    if (choice.rule() == Rule.CONFIG_QUARKUS_CLIENT) {
      quarkus(
          source,
          entry,
          choice.rule(),
          choice.stack(),
          "becomes streamable-http, from quarkus-langchain4j 1.1.0 on, with its URL",
          into);
    } else {
      add(source, entry, choice.rule(), choice.stack(), into);
    }
  }

  private static void quarkus(
      SourceText source, Entry entry, Rule rule, Stack stack, String reason, Reading into) {
    into.uses.add(
        Use.of(
            rule,
            Reading.finding(rule, source, entry.line(), entry.column(), Action.CHANGED, reason),
            stack));
  }

  private static Optional<Choice> choice(Entry entry, String key) {
    return CHOICES.stream()
        .filter(choice -> choice.value().equalsIgnoreCase(entry.value()))
        .filter(choice -> choice.key().matcher(key).matches())
        .findFirst();
  }

  /** A key without its profile, the way Spring and Quarkus compare them. */
  private static String canonical(String key) {
    String plain = key.startsWith("%") ? key.substring(key.indexOf('.') + 1) : key;
    return plain.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static void springServer(SourceText source, Entry entry, String key, Reading into) {
    String name = key.substring(SERVER.length());
    if (BOOT.matcher(source.file()).matches()) {
      into.settings.add(
          new Setting(
              source.file(), name, entry.value(), entry.line(), source.snippet(entry.line())));
    } else if (name.matches("sseendpoint|ssemessageendpoint")
        || name.equals("protocol") && entry.value().equalsIgnoreCase("SSE")) {
      elsewhere(source, entry, into);
    }
    if (name.matches("sseendpoint|ssemessageendpoint")) {
      into.endpoints.add(Endpoint.path(entry.value()));
    }
  }

  private static void springClient(SourceText source, Entry entry, String key, Reading into) {
    if (!BOOT.matcher(source.file()).matches()) {
      elsewhere(source, entry, into);
      return;
    }
    boolean url = key.endsWith(".url");
    if (key.endsWith(".sseendpoint")) {
      into.endpoints.add(Endpoint.path(entry.value()));
    } else if (url) {
      into.endpoints.add(Endpoint.DEFAULT_SSE);
    }
    Finding finding =
        Reading.finding(
            Rule.CONFIG_SPRING_AI_CLIENT,
            source,
            entry.line(),
            entry.column(),
            Action.CHANGED,
            url
                ? "becomes a streamable-http connection of the same name"
                : "follows its connection");
    // One connection is one client, however many keys it has.
    into.uses.add(
        url
            ? Use.of(Rule.CONFIG_SPRING_AI_CLIENT, finding, Stack.SPRING_AI)
            : Use.of(Rule.CONFIG_SPRING_AI_CLIENT, finding));
  }

  private static void elsewhere(SourceText source, Entry entry, Reading into) {
    boolean embedded = EMBEDDED.matcher(entry.path()).find();
    into.uses.add(
        Use.of(
            Rule.CONFIG_ELSEWHERE,
            Reading.finding(
                Rule.CONFIG_ELSEWHERE,
                source,
                entry.line(),
                entry.column(),
                embedded ? Action.CHANGED : Action.MANUAL,
                embedded
                    ? "becomes what the key becomes in a configuration file"
                    : "recipes edit application and bootstrap files only")));
  }

  private static void add(SourceText source, Entry entry, Rule rule, Stack stack, Reading into) {
    into.uses.add(
        Use.of(
            rule,
            Reading.finding(
                rule,
                source,
                entry.line(),
                entry.column(),
                rule == Rule.CONFIG_FRAMEWORK ? Action.MANUAL : Action.NOT_YET,
                rule == Rule.CONFIG_FRAMEWORK
                    ? FrameworkUses.byHand(stack)
                    : FrameworkUses.notYet(stack)),
            stack));
  }
}
