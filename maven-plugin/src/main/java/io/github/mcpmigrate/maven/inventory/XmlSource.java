package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads deployment descriptors and bean definitions in XML. */
final class XmlSource {

  static final Needles NEEDLES = Needles.of("url-pattern", "SseServer", "SseClient");

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private static final Pattern URL_PATTERN =
      Pattern.compile("<url-pattern>\\s*([^<\\s]+)\\s*</url-pattern>");

  private static final Pattern CLASS =
      Pattern.compile("\\b(?:io\\.modelcontextprotocol|org\\.springframework\\.ai)\\.[\\w.]+");

  private XmlSource() {}

  static void read(SourceText source, Reading into) {
    String text = COMMENT.matcher(source.text()).replaceAll(XmlSource::blank);
    Matcher pattern = URL_PATTERN.matcher(text);
    while (pattern.find()) {
      boolean guards = isInConstraint(text, pattern.start());
      Use use =
          guards
              ? use(
                  source,
                  Rule.PATH_ACCESS_RULE,
                  pattern.start(1),
                  Action.MANUAL,
                  "a security constraint: decide what holds on the one new endpoint")
              : use(
                  source,
                  Rule.PATH_MAPPING,
                  pattern.start(1),
                  Action.CHANGED,
                  "follows to the new endpoint");
      into.uses.add(use.ifServed(Endpoint.path(pattern.group(1))));
    }
    Matcher type = CLASS.matcher(text);
    while (type.find()) {
      if (LegacyType.of(type.group()).isPresent()) {
        into.uses.add(
            use(
                source,
                Rule.OTHER_LANGUAGE,
                type.start(),
                Action.MANUAL,
                "a class that is named in XML is not edited"));
      }
    }
  }

  private static String blank(MatchResult comment) {
    return comment.group().replaceAll("[^\\n]", " ");
  }

  private static boolean isInConstraint(String text, int at) {
    return text.lastIndexOf("<security-constraint", at)
        > text.lastIndexOf("</security-constraint", at);
  }

  private static Use use(SourceText source, Rule rule, int at, Action action, String reason) {
    return Use.of(
        rule,
        Reading.finding(rule, source, source.lineAt(at), source.columnAt(at), action, reason));
  }
}
