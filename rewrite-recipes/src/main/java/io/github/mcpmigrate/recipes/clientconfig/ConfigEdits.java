package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.json.JsonVisitor;
import org.openrewrite.json.tree.Json;
import org.openrewrite.json.tree.JsonRightPadded;
import org.openrewrite.json.tree.JsonValue;
import org.openrewrite.json.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.toml.TomlVisitor;
import org.openrewrite.toml.tree.Toml;
import org.openrewrite.yaml.YamlVisitor;
import org.openrewrite.yaml.tree.Yaml;

/** Changes values of a configuration file, and leaves all the rest of it as it was written. */
final class ConfigEdits {

  /** A member to write. */
  private record Member(String name, String value) {}

  private final Map<UUID, String> values = new HashMap<>();
  private final Map<UUID, Member> added = new HashMap<>();
  private final Map<UUID, Map<UUID, String>> copied = new HashMap<>();

  void replace(Text text, String value) {
    values.put(text.id(), value);
  }

  /** Writes one more member, after the one that has a value. */
  void addAfter(Text text, String name, String value) {
    added.put(text.id(), new Member(name, value));
  }

  /**
   * Writes a copy of a list's item before it.
   *
   * @param text one of the item's values
   * @param instead what the copy says for some of them
   */
  void addBefore(Text text, Map<Text, String> instead) {
    Map<UUID, String> byId = new HashMap<>();
    instead.forEach((old, value) -> byId.put(old.id(), value));
    copied.put(text.id(), byId);
  }

  Tree apply(Tree file) {
    if (values.isEmpty() && added.isEmpty() && copied.isEmpty()) {
      return file;
    }
    if (file instanceof Json.Document) {
      return new JsonEdits().visitNonNull(file, 0);
    }
    return file instanceof Yaml.Documents
        ? new YamlEdits().visitNonNull(file, 0)
        : new TomlEdits().visitNonNull(file, 0);
  }

  /** A value as it was quoted before. */
  private static String quoted(String source, String value) {
    char quote = source.isEmpty() ? '"' : source.charAt(0);
    return quote + value.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote) + quote;
  }

  private final class JsonEdits extends JsonVisitor<Integer> {

    @Override
    public Json visitLiteral(Json.Literal literal, Integer p) {
      String value = values.get(literal.getId());
      return value == null
          ? literal
          : literal.withSource(quoted(literal.getSource(), value)).withValue(value);
    }

    /** Lists that items are added to are the registry's, which is JSON. */
    @Override
    public Json visitArray(Json.Array array, Integer p) {
      return super.visitArray(
          array.withValues(
              ListUtils.flatMap(
                  array.getValues(),
                  item -> copyOf(item).map(copy -> (Object) List.of(copy, item)).orElse(item))),
          p);
    }

    private Optional<JsonValue> copyOf(JsonValue item) {
      return item instanceof Json.JsonObject object
          ? object.getMembers().stream()
              .filter(Json.Member.class::isInstance)
              .map(member -> copied.get(((Json.Member) member).getValue().getId()))
              .filter(Objects::nonNull)
              .findFirst()
              .map(instead -> (JsonValue) new Copy(instead).visitNonNull(item, 0))
          : Optional.empty();
    }

    @Override
    public Json visitObject(Json.JsonObject object, Integer p) {
      List<JsonRightPadded<Json>> members = new ArrayList<>();
      for (JsonRightPadded<Json> padded : object.getPadding().getMembers()) {
        Member more =
            padded.getElement() instanceof Json.Member member
                ? added.get(member.getValue().getId())
                : null;
        if (more == null) {
          members.add(padded);
        } else {
          members.add(padded.withAfter(Space.EMPTY));
          members.add(
              JsonRightPadded.<Json>build(like((Json.Member) padded.getElement(), more))
                  .withAfter(padded.getAfter()));
        }
      }
      return super.visitObject(
          members.size() == object.getMembers().size()
              ? object
              : object.getPadding().withMembers(members),
          p);
    }

    private Json.Member like(Json.Member member, Member more) {
      Json.Literal value = (Json.Literal) member.getValue();
      return member
          .withId(Tree.randomId())
          .withPrefix(Space.build(member.getPrefix().getWhitespace(), List.of()))
          .withKey(
              new Json.Literal(
                  Tree.randomId(),
                  Space.EMPTY,
                  Markers.EMPTY,
                  '"' + more.name() + '"',
                  more.name()))
          .withValue(
              value
                  .withId(Tree.randomId())
                  .withSource('"' + more.value() + '"')
                  .withValue(more.value()));
    }
  }

  /** Copies a tree with some other values, and without comments. */
  private static final class Copy extends JsonVisitor<Integer> {

    private final Map<UUID, String> instead;

    Copy(Map<UUID, String> instead) {
      this.instead = instead;
    }

    @Override
    public Json visitLiteral(Json.Literal literal, Integer p) {
      String value = instead.get(literal.getId());
      return value == null
          ? literal
          : literal.withSource(quoted(literal.getSource(), value)).withValue(value);
    }

    @Override
    public Json postVisit(Json tree, Integer p) {
      return tree.withId(Tree.randomId());
    }

    @Override
    public Space visitSpace(Space space, Integer p) {
      return space.withComments(List.of());
    }
  }

  private final class YamlEdits extends YamlVisitor<Integer> {

    @Override
    public Yaml visitScalar(Yaml.Scalar scalar, Integer p) {
      String value = values.get(scalar.getId());
      return value == null ? scalar : scalar.withValue(value);
    }

    @Override
    public Yaml visitMapping(Yaml.Mapping mapping, Integer p) {
      return super.visitMapping(
          mapping.withEntries(
              ListUtils.flatMap(mapping.getEntries(), (i, e) -> with(mapping, i, e))),
          p);
    }

    private Object with(Yaml.Mapping mapping, int index, Yaml.Mapping.Entry entry) {
      Member more = added.get(entry.getValue().getId());
      if (more == null) {
        return entry;
      }
      Yaml.Scalar key = (Yaml.Scalar) entry.getKey();
      Yaml.Scalar value = (Yaml.Scalar) entry.getValue();
      // The first member of a list's item stands behind its dash.
      String prefix =
          index == 0 && mapping.getEntries().size() > 1
              ? mapping.getEntries().get(1).getPrefix()
              : entry.getPrefix();
      return List.of(
          entry,
          entry
              .withId(Tree.randomId())
              .withPrefix(prefix.replaceAll("#[^\n]*", ""))
              .withKey(key.withId(Tree.randomId()).withValue(more.name()))
              .withValue(
                  value
                      .withId(Tree.randomId())
                      .withStyle(Yaml.Scalar.Style.PLAIN)
                      .withValue(more.value())));
    }
  }

  private final class TomlEdits extends TomlVisitor<Integer> {

    @Override
    public Toml visitLiteral(Toml.Literal literal, Integer p) {
      String value = values.get(literal.getId());
      return value == null
          ? literal
          : literal.withSource(quoted(literal.getSource(), value)).withValue(value);
    }
  }
}
