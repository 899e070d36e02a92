package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.infrastructure.NginxBlock.Directive;
import io.github.mcpmigrate.recipes.infrastructure.NginxBlock.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A location of nginx.
 *
 * @param modifier {@code =}, {@code ^~}, {@code ~}, {@code ~*} or nothing
 * @param path the word that says for which requests it is
 */
record NginxLocation(String modifier, Word path, NginxBlock block) {

  /** What may be said of any request that is handed on, whatever its method. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "proxy_(?:pass|buffering|buffer_size|buffers|busy_buffers_size|http_version|(?:read|send|connect)_timeout"
              + "|request_buffering|socket_keepalive|ssl_\\w+|max_temp_file_size|hide_header|pass_header)"
              + "|chunked_transfer_encoding|gzip|(?:keepalive|send|client_body)_timeout|tcp_nodelay|tcp_nopush|access_log|error_log");

  /** Who may send what, which has to be the same for what takes the place of two locations. */
  private static final Pattern ACCESS =
      Pattern.compile(
          "auth_\\w+|allow|deny|satisfy|limit_\\w+|client_max_body_size|ssl_verify_\\w+");

  private static final Set<String> OF_BODIES =
      Set.of("accept", "content-type", "content-length", "transfer-encoding");

  /** Reads a block; empty if it is no location. */
  static Optional<NginxLocation> of(NginxBlock block) {
    if (!block.is("location") || block.words().size() < 2 || block.words().size() > 3) {
      return Optional.empty();
    }
    boolean bare = block.words().size() == 2;
    return Optional.of(
        new NginxLocation(
            bare ? "" : block.words().get(1).text(), block.words().get(bare ? 1 : 2), block));
  }

  boolean isRegex() {
    return modifier.startsWith("~");
  }

  /** Whether this is for one path, or for all that begin with it. */
  boolean isFor(String wanted) {
    return !isRegex() && path.text().equals(wanted);
  }

  /** Whether nginx may choose this for a path. */
  boolean covers(String wanted) {
    if (isRegex()) {
      try {
        int flags = modifier.equals("~*") ? Pattern.CASE_INSENSITIVE : 0;
        return Pattern.compile(path.text(), flags).matcher(wanted).find();
      } catch (PatternSyntaxException e) {
        // A regular expression that Java does not know may be for any path.
        return true;
      }
    }
    return modifier.equals("=") ? wanted.equals(path.text()) : wanted.startsWith(path.text());
  }

  /** Where requests are handed on to, if that is said once. */
  Optional<Directive> upstream() {
    return block.only("proxy_pass").filter(pass -> pass.words().size() == 2);
  }

  /** Scheme and host of the upstream. */
  Optional<String> host() {
    return upstream().map(pass -> pass.words().get(1).text().replaceFirst("(?<=[^:/])/.*", ""));
  }

  /**
   * The path that the upstream is asked for in place of this location's; empty if there is none.
   */
  String uri() {
    String target = upstream().map(pass -> pass.words().get(1).text()).orElse("");
    return target.substring(host().map(String::length).orElse(0));
  }

  /** What is here that another method or path may not bear; empty if there is nothing. */
  Optional<String> obstacle() {
    if (!block.blocks().isEmpty()) {
      return block.blocks().stream().findFirst().map(inner -> inner.words().get(0).text());
    }
    return upstream().isEmpty()
        ? Optional.of("it hands nothing on")
        : block.directives().stream()
            .filter(directive -> !isHarmless(directive) && !isAccess(directive))
            .map(Directive::name)
            .findFirst();
  }

  private static boolean isHarmless(Directive directive) {
    List<Word> words = directive.words();
    return switch (directive.name()) {
      case "proxy_set_header" ->
          words.size() == 3 && !OF_BODIES.contains(words.get(1).text().toLowerCase(Locale.ROOT));
      case "proxy_cache", "proxy_redirect" ->
          words.size() == 2 && words.get(1).text().equals("off");
      case "include" -> words.size() == 2 && words.get(1).text().contains("proxy");
      case "add_header" ->
          words.size() > 2 && words.get(1).text().matches("(?i)x-accel-buffering|cache-control");
      default -> HARMLESS.matcher(directive.name()).matches();
    };
  }

  private static boolean isAccess(Directive directive) {
    return ACCESS.matcher(directive.name()).matches();
  }

  /** Who may send what. */
  List<String> access() {
    return block.directives().stream()
        .filter(NginxLocation::isAccess)
        .map(Directive::text)
        .toList();
  }

  /** All directives in one line. */
  String inOneLine() {
    return String.join(" ", block.directives().stream().map(one -> one.text() + ";").toList());
  }

  /** How it is named. */
  String name() {
    return String.join(" ", block.words().stream().map(Word::text).toList());
  }
}
