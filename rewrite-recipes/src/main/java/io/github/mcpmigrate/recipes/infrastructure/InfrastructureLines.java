package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.infrastructure.OwnAddresses.Mention;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the lines of a file that name an endpoint of HTTP+SSE of this project's servers, and says
 * what to write there.
 */
final class InfrastructureLines {

  /** Keys of frameworks, which are the business of other recipes. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?i)spring[._]ai[._]mcp|quarkus[._]mcp[._]server|\\b(?:sse|message)-?endpoint\\b"
              + "|sse_?(?:message_?)?endpoint|\\broot-path\\b|\\bimage:");

  private static final Pattern NAME = Pattern.compile("\\s*(?:- )?name:\\s*.*");

  /** What says in YAML, Terraform or a label that a path follows. */
  private static final Pattern CONTEXT =
      Pattern.compile(
          "(?i)path|prefix|regex|exact|\\buri\\b|\\burl\\b|route|\\brule\\b|handle|match|location|target|\\bvalues\\b");

  private static final Pattern HEALTH =
      Pattern.compile(
          "(?i)health[_-]?check|health_check|livenessProbe|readinessProbe|startupProbe|httpchk|http-check");

  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)\\b(?:curl|wget|httpie|https?|xh|invoke-webrequest|iwr|wait-(?:on|for)(?:-it)?|inspector|hey|k6|ab)(?:\\.\\w+)?(?=[\\s\"',@:]|$)(?!://)");

  private static final Pattern WATCHED =
      Pattern.compile(
          "(?i)\\b(?:uri|url|path|handler|route|request_path|http_target|location)\\s*[=!]~?\\s*\\\\?[\"'`]");

  private final OwnAddresses own;
  private final DeployedFile kind;
  private final Surroundings lines;
  private final InfrastructureFindings findings;
  private final Advice advice;

  InfrastructureLines(
      OwnAddresses own,
      DeployedFile kind,
      String text,
      InfrastructureFindings findings,
      Advice advice) {
    this.own = own;
    this.kind = kind;
    this.lines = new Surroundings(text);
    this.findings = findings;
    this.advice = advice;
  }

  void report() {
    for (int i = 0; i < lines.count(); i++) {
      if (!findings.know(i) && !lines.isComment(i)) {
        report(i);
      }
    }
    if (kind != DeployedFile.DASHBOARD) {
      new SessionRules(own, kind, lines, findings).report();
    }
  }

  private void report(int index) {
    String line = lines.line(index);
    if (!own.mayBeIn(line) || isOfOthers(index)) {
      return;
    }
    boolean watched = WATCHED.matcher(line).find();
    if (kind == DeployedFile.DASHBOARD && !watched) {
      return;
    }
    String around = lines.around(index);
    Optional<Mention> found =
        own.in(
            line,
            kind.isProxy()
                || watched
                || CONTEXT.matcher(line).find()
                || isItem(line) && CONTEXT.matcher(last(around)).find());
    found.ifPresent(mention -> report(index, mention, line, around, watched));
  }

  private void report(int index, Mention mention, String line, String around, boolean watched) {
    boolean health = HEALTH.matcher(line).find() || HEALTH.matcher(around).find();
    boolean asks = ASKS.matcher(line).find() || ASKS.matcher(lastIfGoesOn(around)).find();
    boolean settled =
        mention.becomes().isPresent()
            ? mention.becomes().get().equals(mention.written())
            : own.keepsHttpSse();
    if (settled && !health && !asks) {
      return;
    }
    if (health) {
      insert(
          index,
          mention,
          "health check",
          Action.MANUAL,
          advice.health(mention, line + "\n" + around));
    } else if (own.urls().stays().isPresent()) {
      insert(index, mention, "address", Action.MANUAL, own.urls().stays().get());
    } else if (watched) {
      insert(index, mention, "metrics", Action.MANUAL, advice.watched(mention));
    } else if (asks && mention.url()) {
      insert(index, mention, "smoke test", Action.MANUAL, advice.asked(mention));
    } else if (mention.url() && !kind.isProxy()) {
      boolean elsewhere = ServerHost.isElsewhere(withScheme(mention.written()));
      insert(
          index,
          mention,
          "address",
          elsewhere ? Action.UNKNOWN : Action.MANUAL,
          advice.url(mention, elsewhere));
    } else {
      insert(index, mention, "proxy", Action.MANUAL, advice.route(mention));
    }
  }

  private void insert(int index, Mention mention, String shape, Action action, String reason) {
    findings.insert(index, mention.start(), mention.written(), shape, action, reason);
  }

  private boolean isOfOthers(int index) {
    return OF_OTHERS.matcher(lines.line(index)).find()
        || index > 0
            && lines.line(index).strip().startsWith("value:")
            && NAME.matcher(lines.line(index - 1)).matches()
            && OF_OTHERS.matcher(lines.line(index - 1)).find();
  }

  static String withScheme(String address) {
    return address.contains("://") ? address : "http://" + address;
  }

  private static boolean isItem(String line) {
    return line.strip().startsWith("- ") || line.strip().startsWith("\"");
  }

  /** The line that a line is next below. */
  private static String last(String around) {
    int end = around.indexOf('\n');
    return end < 0 ? around : around.substring(0, end);
  }

  private static String lastIfGoesOn(String around) {
    String last = last(around);
    return last.stripTrailing().endsWith("\\") ? last : "";
  }
}
