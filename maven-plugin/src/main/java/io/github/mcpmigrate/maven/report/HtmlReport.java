package io.github.mcpmigrate.maven.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for people: one file that loads nothing, for a phone or a screen, light or dark. */
public final class HtmlReport {

  private static final List<Action> ORDER =
      List.of(Action.CHANGED, Action.MANUAL, Action.NOT_YET, Action.UNKNOWN);

  /** Of the chart, in the units of its own view box. */
  private static final int WIDTH = 1000;

  private final Assessment assessment;
  private final Baseline baseline;
  private final StringBuilder html = new StringBuilder();

  private HtmlReport(Assessment assessment, Baseline baseline) {
    this.assessment = assessment;
    this.baseline = baseline;
  }

  /** The report as one page. */
  public static String of(Assessment assessment, Baseline baseline) throws IOException {
    return new HtmlReport(assessment, baseline).page();
  }

  private String page() throws IOException {
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.append("<title>").append(escaped(assessment.title())).append("</title>\n");
    html.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n<main>\n");
    verdict();
    chart();
    assessment.migration().ifPresent(this::files);
    findings();
    skipped();
    html.append("<footer>MCP Migrate ")
        .append(escaped(assessment.version()))
        .append(
            assessment.migration().isPresent()
                ? ". Lines are those of the files before the migration."
                : ". A forecast from the text of files, without a build; the dry run of"
                    + " <code>migrate</code> is exact.")
        .append("</footer>\n</main>\n</body>\n</html>\n");
    return html.toString();
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void verdict() {
    Verdict verdict = assessment.verdict();
    html.append("<h1>").append(escaped(assessment.title())).append("</h1>\n");
    html.append("<section class=\"verdict\">\n<p class=\"way\" data-way=\"")
        .append(verdict.way().word())
        .append("\"><span>")
        .append(assessment.wayTitle())
        .append("</span> ")
        .append(escaped(verdict.way().label()))
        .append("</p>\n<p>")
        .append(escaped(verdict.because()))
        .append("</p>\n<dl>\n");
    entry("Servers", Verdict.sentence(verdict.servers(), "server"));
    entry("Clients", Verdict.sentence(verdict.clients(), "client"));
    entry("In tests", String.valueOf(verdict.testUses()));
    entry(
        "Libraries",
        verdict.versions().isEmpty() ? "none named" : String.join(", ", verdict.versions()));
    html.append("</dl>\n<p>Next</p>\n<pre><code>")
        .append(escaped(verdict.next()))
        .append("</code></pre>\n</section>\n");
  }

  private void entry(String term, String text) {
    html.append("<dt>").append(escaped(term)).append("</dt><dd>").append(escaped(text));
    html.append("</dd>\n");
  }

  private void chart() {
    int all = assessment.findings().size();
    html.append("<section>\n<h2>What ")
        .append(assessment.isDone() ? "moved" : "moves")
        .append(" by itself</h2>\n");
    if (all > 0) {
      html.append("<svg viewBox=\"0 0 ")
          .append(WIDTH)
          .append(" 60\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
          .append(escaped(assessment.counts()))
          .append("\">\n");
      int done = 0;
      int before = 0;
      for (Action action : ORDER) {
        before += assessment.count(action);
        int end = Math.round((float) WIDTH * before / all);
        html.append("<rect class=\"")
            .append(css(action))
            .append("\" x=\"")
            .append(done)
            .append("\" y=\"0\" width=\"")
            .append(end - done)
            .append("\" height=\"60\"/>\n");
        done = end;
      }
      html.append("</svg>\n");
    }
    html.append("<ul class=\"counts\">\n");
    for (Action action : ORDER) {
      html.append("<li class=\"")
          .append(css(action))
          .append("\"><b data-count=\"")
          .append(css(action))
          .append("\">")
          .append(assessment.count(action))
          .append("</b> ")
          .append(escaped(assessment.label(action)))
          .append("</li>\n");
    }
    html.append("</ul>\n<p>").append(escaped(assessment.counts())).append(".</p>\n</section>\n");
  }

  private void files(Migration migration) {
    html.append("<section>\n<h2>").append(migration.sentence()).append("</h2>\n<ul>\n");
    for (Migration.Changed changed : migration.files()) {
      html.append("<li><code>")
          .append(escaped(changed.file()))
          .append("</code> ")
          .append(escaped(String.join(", ", changed.rules())))
          .append("</li>\n");
    }
    html.append("</ul>\n</section>\n");
  }

  private void findings() {
    html.append("<section>\n<h2>Findings</h2>\n");
    Fingerprints fingerprints = new Fingerprints();
    Map<Finding, Boolean> known =
        assessment.findings().stream()
            .collect(
                Collectors.toMap(
                    finding -> finding,
                    finding -> baseline.knows(fingerprints.next(finding)),
                    (one, other) -> one && other));
    Map<String, List<Finding>> byFile =
        assessment.findings().stream()
            .collect(Collectors.groupingBy(Finding::file, TreeMap::new, Collectors.toList()));
    byFile.forEach(
        (file, findings) -> {
          boolean open = findings.stream().anyMatch(one -> one.action() != Action.CHANGED);
          html.append("<details").append(open ? " open" : "").append("><summary>");
          html.append(escaped(file))
              .append(" <b>")
              .append(findings.size())
              .append("</b></summary>\n");
          findings.forEach(finding -> finding(finding, known.get(finding)));
          html.append("</details>\n");
        });
    html.append("</section>\n");
  }

  private void finding(Finding finding, boolean known) {
    html.append("<article class=\"")
        .append(css(finding.action()))
        .append("\">\n<p><span class=\"tag\">")
        .append(escaped(assessment.label(finding.action())))
        .append("</span> <span class=\"tag\">")
        .append(escaped(finding.severity().level()))
        .append("</span>")
        .append(known ? " <span class=\"tag\">known</span>" : "")
        .append(" line ")
        .append(finding.line())
        .append("</p>\n<pre><code>")
        .append(escaped(finding.snippet()))
        .append("</code></pre>\n<p>")
        .append(escaped(finding.reason()))
        .append("</p>\n<p class=\"rule\">")
        .append(escaped(finding.rule()))
        .append(" · ")
        .append(escaped(finding.page()))
        .append("</p>\n</article>\n");
  }

  private void skipped() {
    if (assessment.skipped().isEmpty()) {
      return;
    }
    html.append("<section>\n<h2>Not looked into</h2>\n<ul>\n");
    for (Skipped skipped : assessment.skipped()) {
      html.append("<li><code>")
          .append(escaped(skipped.file()))
          .append("</code> ")
          .append(escaped(skipped.reason()))
          .append("</li>\n");
    }
    html.append("</ul>\n</section>\n");
  }

  private static String css(Action action) {
    return action.word().replace(' ', '-');
  }

  /** Text as text, in an element or a quoted attribute. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }
}
