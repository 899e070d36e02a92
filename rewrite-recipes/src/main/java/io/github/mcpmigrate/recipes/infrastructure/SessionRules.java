package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds what does not name an endpoint and is about it all the same: which replica a session goes
 * to, which methods and headers get through, and how long connections are waited for. Only in files
 * and documents that are about an endpoint of this project's servers.
 */
final class SessionRules {

  private static final Pattern BY_QUERY =
      Pattern.compile(
          "\\$arg_session_?[iI]d|url_param\\s*\\(?\\s*session_?[iI]d|(?i:parameter|query)[\\w:\\s\"]*session_?[iI]d");

  private static final Pattern AFFINITY =
      Pattern.compile(
          "(?i)[\\w.-]*ingress\\.kubernetes\\.io/(?:affinity|session-cookie-[\\w-]+|upstream-hash-by)|\\bstick-table\\b|\\bstick on\\b"
              + "|^\\s*cookie\\s+\\S+\\s+(?:insert|rewrite|prefix)|^\\s*balance\\s+(?:source|hdr|cookie|uri|url_param|hash)|\\bip_hash\\b"
              + "|\\bsticky\\b|stickiness|sessionAffinity:\\s*ClientIP|\\bhash_policy\\b|\\bhashPolicy\\b|\\bring_hash\\b|\\blb_policy\\s+(?:cookie|header|ip_hash)");

  private static final Pattern METHODS =
      Pattern.compile(
          "(?i)\\blimit_except\\b|\\$request_method|[\\w./-]*allow[_-]methods|allowMethods|\\bmethods?\\b\\s*[:=(]|\\bmethod\\s+(?:GET|POST)\\b|http_method|request_methods?");

  private static final Pattern VERB = Pattern.compile("\\b(?:GET|POST|HEAD)\\b");

  private static final Pattern HEADERS =
      Pattern.compile(
          "(?i)[\\w./-]*(?:allow|expose)[_-]?headers\\b|\\bproxy_pass_request_headers\\s+off|\\bproxy_pass_header\\b");

  private static final Pattern DRAIN = Pattern.compile("\\bpreStop\\b");

  /** How many lines a list of methods or headers may take. */
  private static final int LIST = 8;

  private final OwnAddresses own;
  private final DeployedFile kind;
  private final Surroundings lines;
  private final InfrastructureFindings findings;

  /** One row of a kind is enough for a document. */
  private final Set<String> said = new HashSet<>();

  SessionRules(
      OwnAddresses own, DeployedFile kind, Surroundings lines, InfrastructureFindings findings) {
    this.own = own;
    this.kind = kind;
    this.lines = lines;
    this.findings = findings;
  }

  void report() {
    for (int i = 0; i < lines.count(); i++) {
      if (lines.isComment(i) || findings.know(i)) {
        continue;
      }
      String line = lines.line(i);
      if (line.startsWith("---")) {
        said.clear();
      }
      report(i, line);
    }
  }

  private void report(int index, String line) {
    if (say(
        index,
        line,
        BY_QUERY,
        "session affinity",
        "Streamable HTTP has no session id in its URL, but in the header Mcp-Session-Id, which initialize does not have yet: run one replica, or a gateway that knows sessions")) {
      return;
    }
    if (!line.toLowerCase(Locale.ROOT).matches(".*mcp[_-]session[_-]id.*")
        && say(
            index,
            line,
            AFFINITY,
            "session affinity",
            "most MCP clients send no cookie back, and a session is known by the header Mcp-Session-Id only from its second request on: run one replica, serve without sessions, or use a gateway that knows them")) {
      return;
    }
    String list = lines.next(index, LIST);
    if (VERB.matcher(list).find()
        && !list.contains("DELETE")
        && say(
            index,
            line,
            METHODS,
            "methods",
            "the one endpoint takes GET, POST and DELETE, and OPTIONS from browsers")) {
      return;
    }
    if (!list.toLowerCase(Locale.ROOT).contains("mcp-session-id")
        && !line.contains("*")
        && say(
            index,
            line,
            HEADERS,
            "headers",
            "let Mcp-Session-Id, MCP-Protocol-Version and Last-Event-ID through, and let browsers read Mcp-Session-Id")) {
      return;
    }
    say(
        index,
        line,
        DRAIN,
        "drain",
        "sessions outlive connections on Streamable HTTP: what waits here for open connections to end no longer sees who is left");
  }

  private boolean say(int index, String line, Pattern pattern, String shape, String reason) {
    Matcher found = pattern.matcher(line);
    if (said.contains(shape) || !found.find() || !concerns(index)) {
      return false;
    }
    said.add(shape);
    int start = found.start() + found.group().length() - found.group().stripLeading().length();
    findings.insert(index, start, found.group().strip(), shape, Action.MANUAL, reason);
    return true;
  }

  /** Whether what a line is a part of is about an endpoint of ours. */
  private boolean concerns(int index) {
    String document = kind.isProxy() ? lines.next(0, lines.count()) : lines.document(index);
    Surroundings inside = new Surroundings(document);
    return own.mayBeIn(document)
        && IntStream.range(0, inside.count())
            .filter(i -> !inside.isComment(i))
            .anyMatch(i -> own.in(inside.line(i), true).isPresent());
  }
}
