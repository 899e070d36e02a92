package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.docker.tree.Comment;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.docker.tree.Space;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.marker.Markers;

/**
 * Changes what {@code ENV} and {@code ARG} set in a Dockerfile. The variables of one stage belong
 * together. An {@code ARG} only gets another value: those who build the image know it by its name.
 */
final class DockerVariables {

  private final Docker.File file;
  private final Function<UUID, KeyPositions.Position> positions;
  private final Function<VariableScope, VariableChanges> judge;

  /**
   * @param positions where names stand
   */
  DockerVariables(
      Docker.File file,
      Function<UUID, KeyPositions.Position> positions,
      Function<VariableScope, VariableChanges> judge) {
    this.file = file;
    this.positions = positions;
    this.judge = judge;
  }

  Docker.File change() {
    return file.withGlobalArgs(ListUtils.map(file.getGlobalArgs(), this::arg))
        .withStages(ListUtils.map(file.getStages(), this::stage));
  }

  private Docker.Stage stage(Docker.Stage stage) {
    List<VariableScope.Variable> variables = new ArrayList<>();
    for (Docker.Instruction instruction : stage.getInstructions()) {
      if (instruction instanceof Docker.Env env) {
        env.getPairs().forEach(pair -> variables.add(variable(pair)));
      }
    }
    if (variables.stream().noneMatch(variable -> variable.key().isPresent())) {
      return stage.withInstructions(
          ListUtils.map(stage.getInstructions(), i -> i instanceof Docker.Arg arg ? arg(arg) : i));
    }
    VariableChanges changes =
        judge.apply(
            new VariableScope(
                variables, Optional.empty(), Optional.empty(), used(stage, variables)));
    AtomicInteger index = new AtomicInteger();
    List<Comment> carried = new ArrayList<>();
    return stage.withInstructions(
        ListUtils.map(
            stage.getInstructions(),
            instruction -> {
              Docker.Instruction edited =
                  instruction instanceof Docker.Arg arg ? arg(arg) : instruction;
              if (instruction instanceof Docker.Env env) {
                Docker.Env pairs = pairs(env, changes, index.getAndAdd(env.getPairs().size()));
                if (pairs.getPairs().isEmpty()) {
                  carried.addAll(env.getPrefix().getComments());
                  return null;
                }
                edited = pairs;
              }
              return withComments(carried, edited);
            }));
  }

  /** Keeps the comments above an instruction that went. */
  private static Docker.Instruction withComments(
      List<Comment> carried, Docker.Instruction instruction) {
    if (carried.isEmpty()) {
      return instruction;
    }
    Space prefix = instruction.getPrefix();
    List<Comment> comments =
        Stream.concat(carried.stream(), prefix.getComments().stream()).toList();
    carried.clear();
    return instruction.withPrefix(prefix.withComments(comments));
  }

  /** The variables that other instructions of the stage take the values of. */
  private Set<String> used(Docker.Stage stage, List<VariableScope.Variable> variables) {
    Cursor cursor = new Cursor(new Cursor(null, Cursor.ROOT_VALUE), file);
    String others =
        stage.getInstructions().stream()
            .filter(i -> !(i instanceof Docker.Env || i instanceof Docker.Arg))
            .map(instruction -> instruction.print(cursor))
            .collect(Collectors.joining("\n"));
    Set<String> used = new HashSet<>();
    for (VariableScope.Variable variable : variables) {
      if (Pattern.compile("\\$\\{?" + Pattern.quote(variable.name()) + "\\b")
          .matcher(others)
          .find()) {
        used.add(variable.name());
      }
    }
    return used;
  }

  private static Docker.Env pairs(Docker.Env env, VariableChanges changes, int first) {
    AtomicBoolean begun = new AtomicBoolean();
    List<Comment> questions =
        IntStream.range(first, first + env.getPairs().size())
            .mapToObj(i -> changes.of(i).comment())
            .flatMap(Optional::stream)
            .map(text -> new Comment("#" + text, env.getPrefix().getWhitespace(), Markers.EMPTY))
            .toList();
    Docker.Env asking =
        questions.isEmpty()
            ? env
            : env.withPrefix(
                env.getPrefix()
                    .withComments(
                        Stream.concat(env.getPrefix().getComments().stream(), questions.stream())
                            .toList()));
    return asking.withPairs(
        ListUtils.flatMap(
            env.getPairs(),
            (i, pair) -> {
              VariableChanges.Fate fate = changes.of(first + i);
              if (fate.goes()) {
                return null;
              }
              // The first one stands right behind the keyword, however the others are laid out.
              Docker.Env.EnvPair placed =
                  begun.getAndSet(true) || i == 0
                      ? pair
                      : pair.withPrefix(env.getPairs().get(0).getPrefix());
              return changes.changes(first + i) ? pairs(placed, fate) : placed;
            }));
  }

  private static List<Docker.Env.EnvPair> pairs(
      Docker.Env.EnvPair pair, VariableChanges.Fate fate) {
    List<Docker.Env.EnvPair> pairs = new ArrayList<>();
    // Without the sign, an instruction has one pair only.
    Docker.Env.EnvPair edited =
        fate.before().isEmpty()
            ? pair
            : pair.withHasEquals(true).withValue(pair.getValue().withPrefix(Space.EMPTY));
    for (VariableChanges.Written added : fate.before()) {
      pairs.add(
          edited
              .withId(Tree.randomId())
              .withKey(pair.getKey().withText(added.name()))
              .withValue(value(edited.getValue(), added.value())));
      edited = edited.withPrefix(Space.SINGLE_SPACE);
    }
    edited = edited.withKey(pair.getKey().withText(fate.name().orElseThrow()));
    pairs.add(
        fate.value().isPresent()
            ? edited.withValue(value(edited.getValue(), fate.value().get()))
            : edited);
    return pairs;
  }

  private Docker.@Nullable Arg arg(Docker.Arg arg) {
    if (EnvironmentNames.key(arg.getName().getText()).isEmpty() || arg.getValue() == null) {
      return arg;
    }
    VariableScope.Variable variable =
        new VariableScope.Variable(
            arg.getName().getText(), text(arg.getValue()), positions.apply(arg.getName().getId()));
    VariableScope scope =
        new VariableScope(
            List.of(variable), Optional.empty(), Optional.empty(), Set.of(variable.name()));
    return judge
        .apply(scope)
        .of(0)
        .value()
        .map(value -> arg.withValue(value(arg.getValue(), value)))
        .orElse(arg);
  }

  private VariableScope.Variable variable(Docker.Env.EnvPair pair) {
    return new VariableScope.Variable(
        pair.getKey().getText(), text(pair.getValue()), positions.apply(pair.getKey().getId()));
  }

  /** The text without its quotes. */
  private static String text(Docker.Argument value) {
    String text = written(value);
    return quote(text).isEmpty() ? text : text.substring(1, text.length() - 1);
  }

  private static String written(Docker.Argument value) {
    return value.getContents().stream()
        .map(
            content ->
                content instanceof Docker.Literal literal
                    ? literal.getText()
                    : VariableScope.ELSEWHERE)
        .collect(Collectors.joining());
  }

  private static String quote(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") && text.endsWith("\"")
                || text.startsWith("'") && text.endsWith("'"));
    return quoted ? text.substring(0, 1) : "";
  }

  private static Docker.Argument value(Docker.Argument old, String value) {
    String quote = quote(written(old));
    return old.withContents(
        List.of(
            new Docker.Literal(
                Tree.randomId(),
                old.getContents().isEmpty() ? Space.EMPTY : old.getContents().get(0).getPrefix(),
                old.getMarkers(),
                quote + value + quote,
                null)));
  }
}
