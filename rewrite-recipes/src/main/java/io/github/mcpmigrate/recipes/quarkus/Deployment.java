package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.build.QuarkusMcpBuild;
import io.github.mcpmigrate.recipes.configuration.KeyPositions.Position;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.DockerIsoVisitor;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.YamlIsoVisitor;
import org.openrewrite.yaml.tree.Yaml;

/**
 * Variables of a server in a Dockerfile, in YAML or in a {@code .env} file, which get their names
 * of today, and mentions in whatever else, which are listed.
 */
record Deployment(SourceFile file, QuarkusServers servers, QuarkusFindings findings) {

  private static final Pattern ENV_FILE = Pattern.compile("(?:.*\\.)?env(?:\\..+)?");
  private static final Pattern ENV_LINE =
      Pattern.compile("(?m)^([ \\t]*(?:export[ \\t]+)?)([\\w.-]+)(?=[ \\t]*=)");
  private static final Pattern ASSIGNED = Pattern.compile("([\\w.\"%-]+)(=[\\s\\S]*)?");
  private static final Pattern COMMENT = Pattern.compile("\\s*(?:#|//|;|<!--).*");

  SourceFile change() {
    String text = file.printAll();
    if (!QuarkusKeys.MENTION.matcher(text).find()) {
      return file;
    }
    SourceFile changed = file;
    if (!file.getSourcePath().startsWith(".github")) {
      if (file instanceof Docker.File docker) {
        changed = (SourceFile) docker().visitNonNull(docker, 0);
      } else if (file instanceof Yaml.Documents yaml) {
        changed = (SourceFile) yaml().visitNonNull(yaml, 0);
      } else if (file instanceof PlainText plain
          && ENV_FILE.matcher(file.getSourcePath().getFileName().toString()).matches()) {
        changed = plain.withText(env(plain.getText()));
      }
    }
    reportWhatChanged(text, changed);
    report(changed);
    return changed;
  }

  private Optional<String> renamed(String name) {
    return servers.build().flatMap(QuarkusMcpBuild::obstacle).isPresent()
            || servers.named().contains(name)
        ? Optional.empty()
        : QuarkusKeys.renamed(name, servers.hasAutoInit());
  }

  private DockerIsoVisitor<Integer> docker() {
    return new DockerIsoVisitor<>() {
      @Override
      public Docker.Env visitEnv(Docker.Env env, Integer p) {
        return env.withPairs(
            org.openrewrite.internal.ListUtils.map(
                env.getPairs(),
                pair ->
                    renamed(pair.getKey().getText())
                        .map(name -> pair.withKey(pair.getKey().withText(name)))
                        .orElse(pair)));
      }
    };
  }

  private YamlIsoVisitor<Integer> yaml() {
    return new YamlIsoVisitor<>() {
      @Override
      public Yaml.Mapping.Entry visitMappingEntry(Yaml.Mapping.Entry entry, Integer p) {
        Yaml.Mapping.Entry visited = super.visitMappingEntry(entry, p);
        if (visited.getKey() instanceof Yaml.Scalar key) {
          Optional<String> name = renamed(key.getValue());
          if (name.isPresent()) {
            return visited.withKey(key.withValue(name.get()));
          }
        }
        return visited.getKey().getValue().equals("name")
                && visited.getValue() instanceof Yaml.Scalar value
            ? renamed(value.getValue())
                .map(name -> visited.withValue(value.withValue(name)))
                .orElse(visited)
            : visited;
      }

      @Override
      public Yaml.Sequence.Entry visitSequenceEntry(Yaml.Sequence.Entry entry, Integer p) {
        Yaml.Sequence.Entry visited = super.visitSequenceEntry(entry, p);
        if (!(visited.getBlock() instanceof Yaml.Scalar scalar)) {
          return visited;
        }
        Matcher assigned = ASSIGNED.matcher(scalar.getValue());
        return assigned.matches()
            ? renamed(assigned.group(1))
                .map(name -> name + (assigned.group(2) == null ? "" : assigned.group(2)))
                .map(text -> visited.withBlock(scalar.withValue(text)))
                .orElse(visited)
            : visited;
      }
    };
  }

  private String env(String text) {
    return ENV_LINE
        .matcher(text)
        .replaceAll(
            line ->
                Matcher.quoteReplacement(
                    line.group(1) + renamed(line.group(2)).orElse(line.group(2))));
  }

  private void reportWhatChanged(String before, SourceFile after) {
    if (after == file) {
      return;
    }
    String now = after.printAll();
    Matcher mention = QuarkusKeys.MENTION.matcher(before);
    while (mention.find()) {
      String name = mention.group();
      if (!isComment(before, mention.start()) && !now.contains(name)) {
        findings.insert(
            Position.after(before.substring(0, mention.start())),
            name,
            "environment variable",
            Action.CHANGED,
            "becomes " + QuarkusKeys.renamed(name, servers.hasAutoInit()).orElseThrow());
      }
    }
  }

  /** Lists the mentions that are left in a file. */
  void report(SourceFile left) {
    String text = left.printAll();
    Matcher mention = QuarkusKeys.MENTION.matcher(text);
    Optional<String> obstacle = servers.build().flatMap(QuarkusMcpBuild::obstacle);
    while (mention.find()) {
      String name = mention.group();
      Optional<String> renamed = QuarkusKeys.renamed(name, servers.hasAutoInit());
      if (renamed.isPresent() && !isComment(text, mention.start())) {
        findings.insert(
            Position.after(text.substring(0, mention.start())),
            name,
            "configuration",
            Action.MANUAL,
            obstacle.orElse(
                servers.named().contains(name)
                    ? "other places of this build refer to it, so that it stays: write "
                        + renamed.get()
                        + " in all of them"
                    : "not edited here: write " + renamed.get()));
      }
    }
  }

  private static boolean isComment(String text, int at) {
    return COMMENT.matcher(text.substring(text.lastIndexOf('\n', at) + 1, at)).matches();
  }
}
