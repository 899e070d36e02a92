package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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

  /** The same without what would change the name of a variable that others know. */
  VariableChanges keeping(Set<String> named) {
    return map(
        (variable, fate) ->
            named.contains(variable.name())
                ? new Fate(Optional.of(variable.name()), fate.value(), List.of(), Optional.empty())
                : fate);
  }

  /**
   * The same without the new variables of connections that the project's own configuration has:
   * what those lack, that one gives them.
   */
  VariableChanges withoutWhat(Predicate<KeyPath> declared) {
    return map(
        (variable, fate) ->
            variable
                    .key()
                    .filter(key -> key.startsWith(ClientKeys.CONNECTIONS))
                    .map(KeyPath::parent)
                    .filter(declared)
                    .isPresent()
                ? new Fate(fate.name(), fate.value(), List.of(), fate.question())
                : fate);
  }

  /** The same for some keys only. */
  VariableChanges only(Predicate<KeyPath> keys) {
    return map(
        (variable, fate) -> variable.key().filter(keys).isPresent() ? fate : stays(variable));
  }

  private VariableChanges map(BiFunction<VariableScope.Variable, Fate, Fate> change) {
    return new VariableChanges(
        variables,
        IntStream.range(0, fates.size())
            .mapToObj(i -> change.apply(variables.get(i), fates.get(i)))
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

  /** What becomes of a variable that changes. */
  String inWords(int index) {
    Fate fate = fates.get(index);
    if (fate.goes()) {
      return "goes: only HTTP+SSE has it";
    }
    if (fate.question().isPresent()) {
      return fate.question().get();
    }
    String name = fate.name().orElseThrow();
    StringBuilder words = new StringBuilder();
    boolean stays = name.equals(variables.get(index).name()) && fate.value().isEmpty();
    words.append(stays ? "stays" : "becomes " + written("", name, fate.value().orElse("")));
    fate.before().forEach(w -> words.append(", with ").append(written("", w.name(), w.value())));
    return words.toString();
  }

  /**
   * What a person has to write in place of a variable that changes.
   *
   * @param before what stands before its name, such as {@code -D}
   * @param value to write if it does not change; empty to write the name alone
   */
  String advice(int index, String before, String value) {
    Fate fate = fates.get(index);
    String old = before + variables.get(index).name();
    if (fate.question().isPresent()) {
      return fate.question().get();
    }
    if (fate.goes()) {
      return "leave out " + old + ", which only HTTP+SSE has";
    }
    List<String> all = new ArrayList<>();
    all.add(written(before, fate.name().orElseThrow(), fate.value().orElse(value)));
    fate.before().forEach(w -> all.add(written(before, w.name(), w.value())));
    boolean other = !fate.name().get().equals(variables.get(index).name());
    return "write " + String.join(" and ", all) + (other ? " in place of " + old : "");
  }

  private static String written(String before, String name, String value) {
    return before + name + (value.isEmpty() ? "" : "=" + value);
  }
}
