package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads documentation for what tells people to use HTTP+SSE; at most one finding in a line. */
final class Documentation {

  static final Needles NEEDLES = Needles.of("sse", "Sse", "SSE");

  private static final Pattern URL = Pattern.compile("https?://[^\\s/\"'`<>)]+(/[\\w./-]+)");

  private static final Pattern TYPE =
      Pattern.compile("\"(?:type|transport|transportType)\"\\s*:\\s*\"sse\"");

  private static final Pattern CLASS =
      Pattern.compile(
          "\\b(?:HttpServlet|WebMvc|WebFlux)SseServerTransport(?:Provider)?\\b"
              + "|\\b(?:HttpClient|WebFlux)SseClientTransport\\b");

  private static final Pattern KEY =
      Pattern.compile(
          "\\bspring\\.ai\\.mcp\\.(?:server\\.sse-|client\\.sse\\.)|\\bquarkus\\.mcp\\.server\\.sse\\.");

  private Documentation() {}

  static void read(SourceText source, Reading into) {
    boolean hidden = false;
    boolean ofMcp = source.text().toLowerCase(Locale.ROOT).contains("mcp");
    for (int line = 1; line <= source.lines(); line++) {
      String text = source.line(line);
      hidden |= text.contains("<!--");
      if (!hidden) {
        look(source, line, text, ofMcp, into);
      }
      hidden &= !text.contains("-->");
    }
  }

  private static void look(SourceText source, int line, String text, boolean ofMcp, Reading into) {
    for (Pattern pattern : new Pattern[] {CLASS, KEY, TYPE}) {
      Matcher found = pattern.matcher(text);
      if (found.find() && (pattern != TYPE || ofMcp)) {
        into.uses.add(use(source, line, found.start()));
        return;
      }
    }
    Matcher url = URL.matcher(text);
    if (url.find()) {
      String path = Endpoint.path(url.group(1));
      Use use = use(source, line, url.start());
      boolean certain = path.endsWith("/sse") && text.toLowerCase(Locale.ROOT).contains("mcp");
      into.uses.add(certain ? use : use.ifServed(path));
    }
  }

  private static Use use(SourceText source, int line, int offset) {
    return Use.of(
        Rule.DOCS,
        Reading.finding(
            Rule.DOCS,
            source,
            line,
            offset + 1,
            Action.MANUAL,
            "recipes edit URLs of the project's own server, and clients' files; text is rewritten by hand"));
  }
}
