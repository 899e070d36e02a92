package io.github.mcpmigrate.recipes.springai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What becomes of the variables of one {@link VariableScope}. */
final class VariableChanges {

  /** A variable to write. */
  record Written(String name, String value) {}

  /**
   * What becomes of one variable.
   *
   * @param name empty if it goes
   * @param value empty if it stays
   * @param before what is written before it
   * @param question what a person has to decide there
   */
  record Fate(
      Optional<String> name,
      Optional<String> value,
      List<Written> before,
      Optional<String> question) {

    boolean goes() {
      return name.isEmpty();
    }

    Optional<String> comment() {
      return question.map(text -> " TODO mcp-migrate: " + text);
    }
  }

  private final List<Fate> fates;
  private final List<VariableScope.Variable> variables;

  private VariableChanges(List<VariableScope.Variable> variables, List<Fate> fates) {
    this.variables = variables;
    this.fates = List.copyOf(fates);
  }

  static VariableChanges none(VariableScope scope) {
    return of(scope, new KeyChanges(), new KeyChanges());
  }

  /**
   * @param server of the scope's document, as far as it is about a server
   * @param client as far as it is about clients
   */
  static VariableChanges of(VariableScope scope, KeyChanges server, KeyChanges client) {
    List<Fate> fates = new ArrayList<>();
    for (VariableScope.Variable variable : scope.variables()) {
      fates.add(
          EnvironmentNames.key(variable.name())
              .map(key -> fate(variable, key, key.startsWith(ClientKeys.PREFIX) ? client : server))
              .orElseGet(() -> stays(variable)));
    }
    return new VariableChanges(scope.variables(), fates);
  }

  private static Fate stays(VariableScope.Variable variable) {
    return new Fate(Optional.of(variable.name()), Optional.empty(), List.of(), Optional.empty());
  }

  private static Fate fate(VariableScope.Variable variable, String written, KeyChanges changes) {
    KeyPath key = KeyPath.of(written);
    List<Written> before = new ArrayList<>();
    Optional<String> name = Optional.of(variable.name());
    Optional<Written> heir = heir(variable, key, changes);
    if (changes.isRemoved(key)) {
      name = heir.map(Written::name);
    } else {
      heir.ifPresent(before::add);
      String renamed = changes.renamed(KeyPath.ROOT, written);
      name =
          renamed.equals(written)
              ? name
              : Optional.of(EnvironmentNames.variable(renamed, variable.name()));
      changes
          .after(key)
          .map(
              sibling ->
                  new Written(
                      EnvironmentNames.variable(sibling.key(renamed), variable.name()),
                      sibling.value()))
          .ifPresent(before::add);
    }
    return new Fate(
        name,
        changes.newValue(key).filter(value -> !value.equals(variable.value())),
        before,
        changes.question(key));
  }

  /** The new variable that has the value of an old one. */
  private static Optional<Written> heir(
      VariableScope.Variable variable, KeyPath key, KeyChanges changes) {
    String heir =
        key.equals(ServerKeys.KEEP_ALIVE)
            ? "streamable-http.keep-alive-interval"
            : key.equals(ServerKeys.SSE_ENDPOINT) ? "streamable-http.mcp-endpoint" : "";
    return Optional.ofNullable(changes.added().get(heir))
        .map(
            value ->
                new Written(
                    EnvironmentNames.variable(ServerKeys.PREFIX + "." + heir, variable.name()),
                    value));
  }

  /** The same without what would change the name of a variable. */
  VariableChanges keeping(VariableScope scope) {
    return new VariableChanges(
        variables,
        IntStream.range(0, fates.size())
            .mapToObj(
                i ->
                    scope.named().contains(variables.get(i).name())
                        ? new Fate(
                            Optional.of(variables.get(i).name()),
                            fates.get(i).value(),
                            List.of(),
                            Optional.empty())
                        : fates.get(i))
            .toList());
  }

  /**
   * The same without the new variables of connections that the project's own configuration has:
   * what those lack, that one gives them.
   */
  VariableChanges withoutWhat(Predicate<KeyPath> declared) {
    return new VariableChanges(
        variables,
        IntStream.range(0, fates.size())
            .mapToObj(
                i -> {
                  Fate fate = fates.get(i);
                  return variables
                          .get(i)
                          .key()
                          .filter(key -> key.startsWith(ClientKeys.CONNECTIONS))
                          .map(KeyPath::parent)
                          .filter(declared)
                          .isPresent()
                      ? new Fate(fate.name(), fate.value(), List.of(), fate.question())
                      : fate;
                })
            .toList());
  }

  Fate of(int index) {
    return fates.get(index);
  }

  boolean areAny() {
    return IntStream.range(0, fates.size()).anyMatch(this::changes);
  }

  boolean changes(int index) {
    return !fates.get(index).equals(stays(variables.get(index)));
  }

  /** Whether no variable is left. */
  boolean leaveNone() {
    return !fates.isEmpty() && fates.stream().allMatch(Fate::goes);
  }

  /** What becomes of a variable, in words; empty if it stays as it is. */
  Optional<String> fateInWords(int index) {
    Fate fate = fates.get(index);
    if (!changes(index)) {
      return Optional.empty();
    }
    if (fate.goes()) {
      return Optional.of("goes: only HTTP+SSE has it");
    }
    if (fate.question().isPresent()) {
      return fate.question();
    }
    StringBuilder words = new StringBuilder();
    String name = fate.name().orElseThrow();
    if (!name.equals(variables.get(index).name()) || fate.value().isPresent()) {
      words.append("becomes ").append(name);
      fate.value().ifPresent(value -> words.append('=').append(value));
    } else {
      words.append("stays");
    }
    fate.before()
        .forEach(w -> words.append(", with ").append(w.name()).append('=').append(w.value()));
    return Optional.of(words.toString());
  }
}
