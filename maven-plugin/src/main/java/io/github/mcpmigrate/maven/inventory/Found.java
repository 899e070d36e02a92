package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.Optional;

/** Takes down what is found at a node of a Java file. */
record Found(SourceText source, Reading into) {

  void add(Rule rule, Node node, Stack stack, String type, String reason) {
    add(rule, node, stack, type, reason, false);
  }

  void add(Rule rule, Node node, Stack stack, String type, String reason, boolean bean) {
    Finding finding = finding(rule, node, stack.action(), reason);
    into.uses.add(Use.of(rule, finding, stack).ofType(type).inBean(bean));
  }

  void add(Rule rule, Node node, Action action, Optional<Stack> stack, String reason) {
    Finding finding = finding(rule, node, action, reason);
    into.uses.add(new Use(finding, rule, stack, "", Optional.empty(), false, Optional.empty()));
  }

  void addIfServed(Rule rule, Node node, Action action, String path, String reason) {
    into.uses.add(Use.of(rule, finding(rule, node, action, reason)).ifServed(path));
  }

  private Finding finding(Rule rule, Node node, Action action, String reason) {
    Position begin = node.getBegin().orElse(Position.HOME);
    return Reading.finding(rule, source, begin.line, begin.column, action, reason);
  }
}
