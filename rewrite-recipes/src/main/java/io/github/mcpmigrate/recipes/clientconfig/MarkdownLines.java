package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.InitializeRequest;
import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides what becomes of the lines of documentation: a URL of the project's own server moves where
 * nothing around it speaks of HTTP+SSE.
 *
 * @param messages where the project's servers take messages on HTTP+SSE
 * @param keepsHttpSse whether they go on to do so
 */
record MarkdownLines(OwnUrls own, Set<String> messages, boolean keepsHttpSse, Rows rows) {

  /** Takes what is to be said of a place. */
  interface Rows {
    void insert(int line, int column, String construct, Action action, String reason);
  }

  private static final Pattern URL =
      Pattern.compile("https?://(?:(?!https?://)[^\\s\"'`<>()\\[\\]{}|,;*\\\\])+");

  private static final Pattern ASKS =
      Pattern.compile("(?i)(?<![\\w-])(?:curl|wget|httpie|iwr|invoke-webrequest)(?=\\s)");

  private static final Pattern SAYS_SSE =
      Pattern.compile(
          "\\bSSE\\b|(?i:server[- ]sent)|(?i:transport\\w*[\\s\"':=]+sse\\b)|\"type\"\\s*:\\s*\"sse\"|\\bsse-(?:only|first)\\b");

  /** Commands that tell a client of a server, in words that are known. */
  private static final Pattern ADDS =
      Pattern.compile("(?<=\\b(?:claude|gemini) mcp add )(.*?(?:--transport|-t)[ =])(sse)\\b");

  private static final Pattern ONLY = Pattern.compile("\\b(sse-only)\\b");
  private static final Pattern FIRST = Pattern.compile("\\b(sse-first)\\b");

  private static final Pattern REMOTE = Pattern.compile("\\bmcp-remote(?:@\\S+)?\\s");

  private static final Pattern TYPE =
      Pattern.compile(
          "\"(?:type|transport|transportType)\"\\s*:\\s*\"sse\"|\\btype:\\s*[\"']?sse\\b");

  /** What is shown of code and configuration, where more than a URL may have to change. */
  private static final Set<String> CODE =
      Set.of(
          "java",
          "kotlin",
          "kt",
          "groovy",
          "scala",
          "xml",
          "yaml",
          "yml",
          "properties",
          "toml",
          "js",
          "javascript",
          "ts",
          "typescript",
          "python",
          "py",
          "json",
          "jsonc",
          "json5",
          "go",
          "dockerfile",
          "nginx",
          "ini",
          "csharp",
          "rust");

  /**
   * What a line becomes.
   *
   * @param above the line that it may go on
   * @param ofServer whether what it is in names the project's own server
   */
  String line(int number, String line, String language, String above, boolean ofServer) {
    String moved = commands(number, line);
    boolean said = !moved.equals(line);
    StringBuilder changed = new StringBuilder();
    int end = 0;
    Matcher url = URL.matcher(moved);
    while (url.find()) {
      String written = url.group().replaceFirst("[.:!?]+$", "");
      changed.append(moved, end, url.start());
      end = url.start() + written.length();
      // A word before it may have become longer.
      int column =
          line.indexOf(written, Math.max(0, url.start() - (moved.length() - line.length())));
      String becomes = url(number, Math.max(column, 0), written, moved, language, above);
      said |= own.owner(written) == OwnUrls.Owner.OWN || !becomes.equals(written);
      changed.append(becomes);
    }
    changed.append(moved.substring(end));
    if (!said) {
      other(number, line, ofServer);
    }
    return changed.toString();
  }

  /** Words of a client's command. */
  private String commands(int number, String line) {
    Matcher url = URL.matcher(line);
    boolean ofUs = false;
    while (url.find()) {
      ofUs |= own.owner(url.group()) == OwnUrls.Owner.OWN;
    }
    if (!ofUs || own.stays().isPresent()) {
      return line;
    }
    String moved = replaced(number, line, ADDS, 2, "http");
    if (REMOTE.matcher(line).find()) {
      moved = replaced(number, moved, ONLY, 1, "http-only");
      moved = replaced(number, moved, FIRST, 1, "http-first");
    }
    return moved;
  }

  private String replaced(int number, String line, Pattern pattern, int group, String word) {
    Matcher found = pattern.matcher(line);
    if (!found.find()) {
      return line;
    }
    rows.insert(number, found.start(group), found.group(group), Action.CHANGED, "becomes " + word);
    return line.substring(0, found.start(group)) + word + line.substring(found.end(group));
  }

  private String url(
      int number, int column, String written, String line, String language, String above) {
    String becomes = own.moved(written).orElse(null);
    OwnUrls.Owner owner = own.owner(written);
    if (becomes == null && isMessages(written)) {
      rows.insert(
          number,
          column,
          written,
          Action.MANUAL,
          "is no longer served: messages go to the MCP endpoint");
    }
    if (becomes == null || becomes.equals(written) || owner == OwnUrls.Owner.OTHER) {
      return written;
    }
    boolean asks =
        ASKS.matcher(line).find()
            || above.stripTrailing().endsWith("\\") && ASKS.matcher(above).find();
    String why = null;
    if (owner == OwnUrls.Owner.UNCLEAR) {
      why =
          "no server of this project is known to be at this port: if it is one, this becomes "
              + becomes;
    } else if (own.stays().isPresent()) {
      why = own.stays().get();
    } else if (asks) {
      why = "a GET shows nothing of Streamable HTTP; write: " + InitializeRequest.curl(becomes);
    } else if (SAYS_SSE.matcher(line).find()) {
      why = "this speaks of HTTP+SSE: rewrite it, with " + becomes;
    } else if (CODE.contains(language)) {
      why = "code and configuration are not edited here: show what they are now, with " + becomes;
    }
    if (why != null) {
      rows.insert(number, column, written, Action.MANUAL, why);
      return written;
    }
    rows.insert(number, column, written, Action.CHANGED, "becomes " + becomes);
    return becomes;
  }

  private boolean isMessages(String url) {
    String path = url.replaceFirst("[?#].*", "");
    return !keepsHttpSse
        && own.stays().isEmpty()
        && ServerHost.isNear(url)
        && messages.stream().anyMatch(path::endsWith);
  }

  /** A path without a host, and a type. */
  private void other(int number, String line, boolean ofServer) {
    Matcher type = TYPE.matcher(line);
    if (ofServer && type.find()) {
      rows.insert(
          number,
          type.start(),
          type.group(),
          Action.MANUAL,
          "nothing says which client this is for: it is http, streamable-http or streamableHttp, see docs/findings/client-config.md");
      return;
    }
    if (keepsHttpSse || own.stays().isPresent()) {
      return;
    }
    String all =
        own.paths().entrySet().stream()
            .filter(path -> !path.getKey().equals(path.getValue()))
            .map(Map.Entry::getKey)
            .filter(path -> path.length() > 1)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    String taken =
        messages.stream().map(Pattern::quote).map(path -> "|" + path).collect(Collectors.joining());
    Matcher path =
        Pattern.compile(
                "(?<![\\w./:}-])(?:"
                    + (all.isEmpty() ? "(?!)" : all)
                    + taken
                    + ")(?![\\w/-])(?!\\.\\w)")
            .matcher(line);
    if (path.find()) {
      String becomes = own.paths().get(path.group());
      rows.insert(
          number,
          path.start(),
          path.group(),
          Action.MANUAL,
          "is no longer served"
              + (becomes == null
                  ? ": messages go to the MCP endpoint"
                  : ": Streamable HTTP is at " + becomes));
    }
  }
}
