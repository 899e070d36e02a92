package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * A call that is given one key and its value, or what computes it: {@code registry.add(key, () ->
 * value)}, {@code System.setProperty(key, value)}.
 */
record KeyWithValue(CodeKeys keys, CodeFindings findings, Cursor cursor) {

  /** What becomes of the call; null if it goes. */
  J.@Nullable MethodInvocation edit(J.MethodInvocation call) {
    List<Expression> arguments = call.getArguments();
    if (arguments.size() < 2
        || !(arguments.get(0) instanceof J.Literal name)
        || !(name.getValue() instanceof String key)) {
      return call;
    }
    J.Literal value = value(arguments.get(1));
    KeyPath path = KeyPath.of(key);
    ConfigurationDocument document =
        new ConfigurationDocument(
            0,
            Optional.empty(),
            Map.of(path, value == null ? InlineProperties.COMPUTED : (String) value.getValue()));
    Optional<String> stays =
        path.startsWith(ServerKeys.SERVER) && KeyLiterals.nameServer(key)
            ? keys.serverStays()
            : ClientKeys.areIn(document) ? keys.clientStays(document) : Optional.empty();
    if (stays.isPresent()) {
      findings.manual(cursor, key, stays.get());
      return call;
    }
    boolean ofServer = path.startsWith(ServerKeys.SERVER);
    return follow(
        call,
        name,
        value,
        ofServer ? keys.server(document, false) : keys.client(document),
        ofServer ? ServerKeys.PREFIX : ClientKeys.PREFIX);
  }

  private J.@Nullable MethodInvocation follow(
      J.MethodInvocation call,
      J.Literal name,
      J.@Nullable Literal value,
      KeyChanges changes,
      String prefix) {
    String key = (String) name.getValue();
    KeyPath path = KeyPath.of(key);
    Optional<String> successor = changes.added().keySet().stream().findFirst();
    String becomes = changes.renamed(KeyPath.ROOT, key);
    if (changes.isRemoved(path)) {
      if (successor.isEmpty()) {
        return remove(call, key);
      }
      becomes = prefix + "." + successor.get();
    } else if (successor.isPresent() || changes.after(path).isPresent()) {
      String another =
          successor
              .map(added -> prefix + "." + added + "=" + changes.added().get(added))
              .orElseGet(
                  () -> {
                    KeyChanges.Sibling sibling = changes.after(path).orElseThrow();
                    return sibling.key(changes.renamed(KeyPath.ROOT, key)) + "=" + sibling.value();
                  });
      findings.manual(cursor, key, "set as well: " + another);
    }
    Optional<String> written = changes.newValue(path);
    if (changes.question(path).isPresent() || written.isPresent() && value == null) {
      findings.manual(
          cursor,
          key,
          changes.question(path).orElseGet(() -> "this has to become " + written.orElseThrow()));
      return call;
    }
    if (!becomes.equals(key) || written.isPresent()) {
      findings.changed(
          cursor, key, "becomes " + (becomes.equals(key) ? written.orElseThrow() : becomes));
    }
    String newName = becomes;
    return call.withArguments(
        ListUtils.map(
            call.getArguments(),
            (i, argument) ->
                i == 0
                    ? KeyLiterals.replace(name, key, newName)
                    : i == 1 && written.isPresent()
                        ? withValue(argument, written.get())
                        : argument));
  }

  private J.@Nullable MethodInvocation remove(J.MethodInvocation call, String key) {
    if (!(cursor.getParentTreeCursor().getValue() instanceof J.Block)) {
      findings.manual(cursor, key, "goes: only HTTP+SSE has it");
      return call;
    }
    findings.changed(cursor, key, "goes: only HTTP+SSE has it");
    return null;
  }

  /** The string that a value or its supplier is. */
  private static J.@Nullable Literal value(Expression expression) {
    if (expression instanceof J.Lambda lambda && lambda.getBody() instanceof Expression body) {
      return value(body);
    }
    return expression instanceof J.Literal literal && literal.getValue() instanceof String
        ? literal
        : null;
  }

  private static Expression withValue(Expression expression, String text) {
    if (expression instanceof J.Lambda lambda && lambda.getBody() instanceof Expression body) {
      return lambda.withBody(withValue(body, text));
    }
    J.Literal literal = (J.Literal) expression;
    return KeyLiterals.replace(literal, (String) literal.getValue(), text);
  }
}
