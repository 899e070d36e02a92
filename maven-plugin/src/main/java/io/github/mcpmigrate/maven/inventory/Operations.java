package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what runs a server: images, compose and Kubernetes files, proxies, scripts. */
final class Operations {

  static final Needles NEEDLES = Needles.of("sse", "SSE", "/mcp", "/message");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\bSPRING_AI_MCP_(?:SERVER_(?:SSE_?(?:MESSAGE_?)?ENDPOINT|BASE_?URL|KEEP_?ALIVE_?INTERVAL"
              + "|PROTOCOL\\W+SSE\\b)|CLIENT_SSE_CONNECTIONS_\\w+)"
              + "|\\bQUARKUS_MCP_SERVER_(?:\\w+_)?SSE_\\w+");

  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?:-D|--)(?:spring\\.ai\\.mcp\\.(?:server\\.(?:sse-|base-url|keep-alive|protocol=SSE)"
              + "|client\\.sse\\.)|quarkus\\.mcp\\.server\\.sse\\.)[\\w.=/:-]*");

  /** Where recipes edit variables: images, environment files, compose and Kubernetes. */
  private static final Pattern EDITED =
      Pattern.compile(
          "(?i)(?:.*/)?(?:(?:docker|container)file(?:\\..*)?|.*\\.dockerfile|\\.env(?:\\..*)?|.*\\.env"
              + "|.*\\.ya?ml)");

  private static final Pattern URL =
      Pattern.compile("https?://[^\\s/\"'`<>)]+(?:\\$\\{[^}]*})?(/[\\w./-]+)");

  private static final Pattern LOCATION =
      Pattern.compile("^\\s*location\\s+(?:[=~^*]+\\s+)?(\\S+)\\s*\\{?");

  /** How other proxies and Kubernetes name a path. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?i)(?:\\bpath(?:_beg|_end|prefix|_reg)?\\b|\\bhandle(?:_path)?\\b|\\broute\\b|\\bmatch\\b)"
              + "[^/\\n]*?[\"'`]?(/[\\w/-]+)");

  private static final Pattern PROBE =
      Pattern.compile(
          "(?i)healthcheck|httpget|livenessprobe|readinessprobe|startupprobe|health_check");

  private static final int NEAR = 6;

  private final SourceText source;
  private final Reading into;
  private final boolean proxy;

  private Operations(SourceText source, Reading into, boolean proxy) {
    this.source = source;
    this.into = into;
    this.proxy = proxy;
  }

  /**
   * @param proxy whether the file configures a proxy, where each path is one that it serves
   */
  static void read(SourceText source, boolean proxy, Reading into) {
    Operations reader = new Operations(source, into, proxy);
    for (int line = 1; line <= source.lines(); line++) {
      String text = source.line(line);
      String stripped = text.strip();
      if (!stripped.startsWith("#") && !stripped.startsWith("//")) {
        reader.look(line, text);
      }
    }
  }

  private void look(int line, String text) {
    Matcher variable = VARIABLE.matcher(text);
    if (variable.find()) {
      boolean edited =
          EDITED.matcher(source.file()).matches() && !source.file().contains(".github/");
      key(line, variable, edited);
      return;
    }
    Matcher argument = ARGUMENT.matcher(text);
    if (argument.find()) {
      key(line, argument, false);
      return;
    }
    Matcher location = LOCATION.matcher(text);
    if (proxy && location.find()) {
      location(line, location);
      return;
    }
    Matcher url = URL.matcher(text);
    if (url.find()) {
      url(line, text, url);
      return;
    }
    Matcher path = PATH.matcher(text);
    if (path.find()) {
      Rule rule = isProbe(line) ? Rule.PATH_PROBE : Rule.PATH_PROXY;
      into.uses.add(
          Use.of(rule, finding(rule, line, path.start(1), reason(rule)))
              .ifServed(Endpoint.path(path.group(1))));
    }
  }

  private void key(int line, Matcher key, boolean edited) {
    Action action = edited ? Action.CHANGED : Action.MANUAL;
    String reason =
        edited
            ? "becomes what the key becomes in a configuration file"
            : "recipes edit no command lines, scripts and workflows";
    into.uses.add(
        Use.of(
            Rule.CONFIG_ELSEWHERE,
            Reading.finding(Rule.CONFIG_ELSEWHERE, source, line, key.start() + 1, action, reason)));
  }

  private void location(int line, Matcher location) {
    Finding finding = finding(Rule.PATH_PROXY, line, location.start(1), reason(Rule.PATH_PROXY));
    String pattern = location.group(1).replaceAll("[\\^$\\\\]", "");
    Matcher choices = Pattern.compile("(.*)\\(([^)]*)\\)(.*)").matcher(pattern);
    if (!choices.matches()) {
      into.uses.add(Use.of(Rule.PATH_PROXY, finding).ifServed(Endpoint.path(pattern)));
      return;
    }
    String[] all =
        Pattern.compile("\\|")
            .splitAsStream(choices.group(2))
            .map(choice -> Endpoint.path(choices.group(1) + choice + choices.group(3)))
            .toArray(String[]::new);
    into.uses.add(Use.of(Rule.PATH_PROXY, finding).ifServed(all));
  }

  private void url(int line, String text, Matcher url) {
    String path = Endpoint.path(url.group(1));
    Rule rule = isProbe(line) ? Rule.PATH_PROBE : proxy ? Rule.PATH_PROXY : Rule.PATH_URL;
    Use use = Use.of(rule, finding(rule, line, url.start(), reason(rule)));
    boolean certain = path.endsWith("/sse") && text.toLowerCase(Locale.ROOT).contains("mcp");
    into.uses.add(certain ? use : use.ifServed(path));
  }

  private boolean isProbe(int line) {
    for (int near = line; near > Math.max(0, line - NEAR); near--) {
      if (PROBE.matcher(source.line(near)).find()) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Rule rule) {
    return switch (rule) {
      case PATH_PROXY ->
          "recipes edit nginx locations that do nothing but hand on; else the new endpoint needs the same"
              + " rule, for GET, POST and DELETE, unbuffered, with Mcp-Session-Id let through";
      case PATH_PROBE ->
          "recipes edit simple checks of what this project builds, with Actuator or SmallRye Health; else ask"
              + " a health endpoint, not the transport";
      default -> "recipes edit no URLs here: give it the new endpoint when the server has moved";
    };
  }

  private Finding finding(Rule rule, int line, int offset, String reason) {
    return Reading.finding(rule, source, line, offset + 1, Action.MANUAL, reason);
  }
}
