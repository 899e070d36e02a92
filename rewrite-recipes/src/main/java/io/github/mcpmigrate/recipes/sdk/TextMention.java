package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place where the text of a file names a class of HTTP+SSE.
 *
 * @param line the first being 1
 * @param column the first being 1
 */
record TextMention(String name, int line, int column, Context context) {

  /** What surrounds the name, in a language with the comments and strings of Java. */
  enum Context {
    CODE,
    IMPORT,
    COMMENT,
    /** A reference that Javadoc resolves like code. */
    JAVADOC_REFERENCE,
    STRING
  }

  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(?:(?:HttpServlet|WebMvc|WebFlux)SseServerTransport(?:Provider)?"
              + "|(?:HttpClient|WebFlux)SseClientTransport)\\b");

  /** Our own comments do not count. */
  private static final String OURS = "TODO mcp-migrate:";

  private static final Pattern TOKENS =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?(?:\\*/|\\z)|\"\"\".*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*\"?"
              + "|'(?:\\\\.|[^'\\\\\\n])*'?",
          Pattern.DOTALL);

  static boolean mayBeIn(String text) {
    return text.contains("SseServerTransport") || text.contains("SseClientTransport");
  }

  /** Finds all of them. */
  static List<TextMention> in(String text) {
    List<TextMention> mentions = new ArrayList<>();
    Matcher tokens = TOKENS.matcher(text);
    boolean inToken = tokens.find();
    Matcher names = NAMES.matcher(text);
    while (names.find()) {
      while (inToken && tokens.end() <= names.start()) {
        inToken = tokens.find();
      }
      boolean inside = inToken && tokens.start() <= names.start();
      String token = inside ? tokens.group() : "";
      if (!token.contains(OURS)) {
        int lineStart = text.lastIndexOf('\n', names.start()) + 1;
        String before = text.substring(lineStart, names.start());
        mentions.add(
            new TextMention(
                names.group(),
                1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count(),
                1 + before.length(),
                contextOf(token, before)));
      }
    }
    return mentions;
  }

  private static Context contextOf(String token, String before) {
    if (token.startsWith("/**") && before.matches(".*(@link|@linkplain|@see)\\s+[\\w.]*")) {
      return Context.JAVADOC_REFERENCE;
    }
    if (token.startsWith("/")) {
      return Context.COMMENT;
    }
    if (!token.isEmpty()) {
      return Context.STRING;
    }
    return before.stripLeading().startsWith("import ") ? Context.IMPORT : Context.CODE;
  }
}
