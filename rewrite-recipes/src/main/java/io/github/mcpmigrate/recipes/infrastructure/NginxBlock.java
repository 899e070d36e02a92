package io.github.mcpmigrate.recipes.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of nginx's configuration.
 *
 * @param words before its brace; empty for the whole file
 * @param start of the first word
 * @param open behind the opening brace
 * @param end behind the closing brace
 */
record NginxBlock(
    List<Word> words,
    int start,
    int open,
    int end,
    List<Directive> directives,
    List<NginxBlock> blocks) {

  /** A word as it is written, quotation marks and all. */
  record Word(String text, int start) {

    int end() {
      return start + text.length();
    }
  }

  /** A line such as {@code proxy_buffering off;}. */
  record Directive(List<Word> words) {

    String name() {
      return words.get(0).text();
    }

    /** The whole of it with single blanks, without the semicolon. */
    String text() {
      return String.join(" ", words.stream().map(Word::text).toList());
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "#[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|[{};]|(?:\\$\\{\\w+}|\\\\.|[^\\s{};\"'\\\\])+");

  private static final Pattern LUA = Pattern.compile("_by_lua_block\\b|\\bjs_content\\b");

  /** Reads a file; empty if its braces do not fit, or if there are other languages in it. */
  static Optional<NginxBlock> read(String text) {
    if (LUA.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher token = TOKEN.matcher(text);
    NginxBlock file = read(token, List.of(), 0, 0, text.length());
    return file == null || file.end() < 0 ? Optional.empty() : Optional.of(file);
  }

  private static NginxBlock read(Matcher token, List<Word> words, int start, int open, int last) {
    List<Directive> directives = new ArrayList<>();
    List<NginxBlock> blocks = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    while (token.find()) {
      String text = token.group();
      switch (text.charAt(0)) {
        case '#' -> {}
        case ';' -> {
          if (!line.isEmpty()) {
            directives.add(new Directive(List.copyOf(line)));
          }
          line.clear();
        }
        case '{' -> {
          int first = line.isEmpty() ? token.start() : line.get(0).start();
          NginxBlock inner = read(token, List.copyOf(line), first, token.end(), -1);
          if (inner.end() < 0) {
            return inner;
          }
          blocks.add(inner);
          line.clear();
        }
        case '}' -> {
          int end = last < 0 && line.isEmpty() ? token.end() : -1;
          return new NginxBlock(words, start, open, end, directives, blocks);
        }
        default -> line.add(new Word(text, token.start()));
      }
    }
    // Only the file itself ends where the text does.
    return new NginxBlock(words, start, open, line.isEmpty() ? last : -1, directives, blocks);
  }

  boolean is(String name) {
    return !words.isEmpty() && words.get(0).text().equals(name);
  }

  /** This and all blocks below. */
  List<NginxBlock> all() {
    List<NginxBlock> all = new ArrayList<>(List.of(this));
    blocks.forEach(block -> all.addAll(block.all()));
    return all;
  }

  /** The only directive of a name. */
  Optional<Directive> only(String name) {
    List<Directive> found = directives.stream().filter(d -> d.name().equals(name)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
