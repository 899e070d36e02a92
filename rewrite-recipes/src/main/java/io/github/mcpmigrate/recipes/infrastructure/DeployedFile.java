package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.clientconfig.ClientFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of files that servers are run with, told by their names. */
enum DeployedFile {
  /** What an image is built from. */
  IMAGE(
      "(?:.*/)?(?:(?:docker|container)file(?:\\.[^/]*)?|[^/]*\\.(?:docker|container)file)", false),
  COMPOSE("(?:.*/)?(?:docker-)?compose[^/]*\\.ya?ml", false),
  /** What a build server does. */
  WORKFLOW(
      "(?:.*/)?(?:\\.github/(?:workflows|actions)/.*\\.ya?ml|\\.circleci/.*\\.ya?ml|jenkinsfile[^/]*"
          + "|(?:\\.gitlab-ci|\\.travis|\\.drone|appveyor|azure-pipelines[^/]*|bitbucket-pipelines)\\.ya?ml)",
      false),
  PROXY(
      "(?:.*/)?(?:caddyfile|[^/]*\\.(?:conf|cfg|vcl|nginx)|[^/]*\\.(?:conf|cfg)\\.(?:template|tpl)"
          + "|nginx[^/]*\\.(?:template|tpl))",
      true),
  SCRIPT(
      "(?:.*/)?(?:makefile|procfile|[^/]*\\.(?:sh|bash|ksh|bat|cmd|ps1|mk|service|http|rest)"
          + "|[^/]*\\.env(?:\\.[^/]*)?)",
      false),
  /** Kubernetes, Helm, proxies that are configured in YAML, rules of Prometheus, Terraform. */
  MANIFEST("(?:.*/)?[^/]*\\.(?:ya?ml|tf|tpl)", false),
  DASHBOARD("(?:.*/)?[^/]*\\.json", false);

  /** Files that other recipes read: what configures the applications themselves. */
  private static final Pattern CONFIGURATION =
      Pattern.compile("(?:.*/)?(?:application|bootstrap)(?:-[^/]*)?\\.ya?ml");

  /** What others made. */
  private static final Pattern FOREIGN =
      Pattern.compile("(?:.*/)?(?:node_modules|vendor|third[_-]party)/.*");

  private final Pattern name;
  private final boolean proxy;

  DeployedFile(String name, boolean proxy) {
    this.name = Pattern.compile(name);
    this.proxy = proxy;
  }

  /** The kind of a file; empty if it is none that servers are run with. */
  static Optional<DeployedFile> of(Path path) {
    String name = path.toString().replace('\\', '/').toLowerCase(Locale.ROOT);
    if (CONFIGURATION.matcher(name).matches() || FOREIGN.matcher(name).matches()) {
      return Optional.empty();
    }
    for (DeployedFile kind : values()) {
      if (kind.name.matcher(name).matches()) {
        return ClientFormat.of(path).isPresent() ? Optional.empty() : Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether each path in it is one that is served. */
  boolean isProxy() {
    return proxy;
  }

  /** Whether it says nothing but what is done, or watched: only whole addresses count. */
  boolean isCommands() {
    return this == SCRIPT || this == WORKFLOW;
  }
}
