package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.List;
import java.util.Optional;

/**
 * A finding as one file shows it, with what the forecast needs to weigh it against the others.
 *
 * @param stack what it is made with, where one can tell
 * @param type the full name of the class that is used, or empty
 * @param paths where this is a finding only if a server or client of this tree uses one of certain
 *     endpoints: these
 * @param bean whether it is in a method that makes a bean
 * @param archive the file that can be rewritten to serve both transports, or empty
 */
record Use(
    Finding finding,
    Rule rule,
    Optional<Stack> stack,
    String type,
    Optional<List<String>> paths,
    boolean bean,
    Optional<String> archive) {

  static Use of(Rule rule, Finding finding, Stack stack) {
    return new Use(
        finding, rule, Optional.of(stack), "", Optional.empty(), false, Optional.empty());
  }

  static Use of(Rule rule, Finding finding) {
    return new Use(finding, rule, Optional.empty(), "", Optional.empty(), false, Optional.empty());
  }

  Use ofType(String name) {
    return new Use(finding, rule, stack, name, paths, bean, archive);
  }

  Use ifServed(String... endpoints) {
    return new Use(finding, rule, stack, type, Optional.of(List.of(endpoints)), bean, archive);
  }

  Use inBean(boolean makesBean) {
    return new Use(finding, rule, stack, type, paths, makesBean, archive);
  }

  Use in(String rewritable) {
    return new Use(finding, rule, stack, type, paths, bean, Optional.of(rewritable));
  }

  Use with(Finding other) {
    return new Use(other, rule, stack, type, paths, bean, archive);
  }

  /** Whether tests alone use it. */
  boolean isTest() {
    return isTest(finding.file());
  }

  static boolean isTest(String file) {
    return ("/" + file).contains("/src/test/")
        || ("/" + file).contains("/src/it/")
        || file.matches(".*(Test|Tests|IT)\\.(java|kt)");
  }
}
