package io.github.mcpmigrate.maven.report;

import java.util.List;

/** An assessment to write reports of, with text in it that is markup everywhere. */
public final class Assessments {

  static final String NASTY = "<b onclick=\"x('1')\">a|b `c` & \\d @e ]]> <!-- 日本";

  private Assessments() {}

  static Finding finding(String file, int line, Rule rule, Action action, String snippet) {
    return new Finding(
        file,
        line,
        3,
        snippet,
        rule.id(),
        rule.shape(),
        rule.severity(),
        action,
        "why " + NASTY,
        rule.page());
  }

  public static Assessment nasty() {
    return of(
        List.of(
            finding("a/A.java", 7, Rule.SERVER_CONSTRUCTION, Action.CHANGED, "new X(" + NASTY),
            finding("a/A.java", 9, Rule.SERVER_CONSTRUCTION, Action.CHANGED, "new X()"),
            finding("a/A.java", 12, Rule.SERVER_CONSTRUCTION, Action.CHANGED, "new X()"),
            finding("a b/ü:ber.conf", 1, Rule.PATH_PROXY, Action.MANUAL, "location /sse {"),
            finding("pom.xml", 4, Rule.SERVER_QUARKUS, Action.NOT_YET, "<artifactId>q"),
            finding("B.java", 1, Rule.CLIENT_CONSTRUCTION, Action.UNKNOWN, "x\n\u0001y")));
  }

  static Assessment of(List<Finding> findings) {
    return new Assessment(
        "pro<ject",
        "sub/",
        "0.1.0-test",
        new Verdict(
            List.of(new Verdict.Tally(Stack.SERVLET, 2), new Verdict.Tally(Stack.QUARKUS, 1)),
            List.of(new Verdict.Tally(Stack.JDK_CLIENT, 1)),
            3,
            List.of("io.modelcontextprotocol.sdk:mcp 0.10.0"),
            Way.DUAL,
            "Because " + NASTY,
            "mvn next -Dx=<y>"),
        findings,
        List.of(
            new Skipped("big <file>.java", "is larger than 4 MB", false),
            new Skipped("broken.java", "cannot be parsed", true)),
        42);
  }
}
