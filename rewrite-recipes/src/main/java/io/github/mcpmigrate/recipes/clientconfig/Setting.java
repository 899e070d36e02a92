package io.github.mcpmigrate.recipes.clientconfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;
import org.openrewrite.json.tree.Json;
import org.openrewrite.toml.tree.Toml;
import org.openrewrite.yaml.tree.Yaml;

/** What a configuration file says, be it written in JSON, YAML or TOML. */
sealed interface Setting {

  /**
   * One value.
   *
   * @param id of the tree that holds it, by which it is edited
   */
  record Text(UUID id, String value) implements Setting {}

  /** Members by name, in the file's order. */
  record Group(Map<String, Setting> members) implements Setting {

    /** What is at a path of names. */
    Optional<Setting> at(List<String> path) {
      Setting found = this;
      for (String name : path) {
        found = found instanceof Group group ? group.members().get(name) : null;
      }
      return Optional.ofNullable(found);
    }

    Optional<Text> text(String name) {
      return members.get(name) instanceof Text text ? Optional.of(text) : Optional.empty();
    }
  }

  record Items(List<Setting> values) implements Setting {}

  /** Reads a file; empty if it is in no such language, or has no members. */
  static Optional<Group> read(SourceFile file) {
    Setting read = null;
    if (file instanceof Json.Document json) {
      read = of(json.getValue());
    } else if (file instanceof Yaml.Documents yaml && yaml.getDocuments().size() == 1) {
      read = of(yaml.getDocuments().get(0).getBlock());
    } else if (file instanceof Toml.Document toml) {
      read = of(toml);
    }
    return read instanceof Group group ? Optional.of(group) : Optional.empty();
  }

  private static @Nullable Setting of(Json json) {
    if (json instanceof Json.JsonObject object) {
      Map<String, Setting> members = new LinkedHashMap<>();
      for (Json member : object.getMembers()) {
        if (member instanceof Json.Member named) {
          put(members, name(named), of(named.getValue()));
        }
      }
      return new Group(members);
    }
    if (json instanceof Json.Array array) {
      List<Setting> values = new ArrayList<>();
      array.getValues().forEach(value -> add(values, of(value)));
      return new Items(values);
    }
    return json instanceof Json.Literal literal && literal.getValue() != null
        ? new Text(literal.getId(), literal.getValue().toString())
        : null;
  }

  private static String name(Json.Member member) {
    return member.getKey() instanceof Json.Literal literal
        ? String.valueOf(literal.getValue())
        : ((Json.Identifier) member.getKey()).getName();
  }

  private static @Nullable Setting of(Yaml yaml) {
    if (yaml instanceof Yaml.Mapping mapping) {
      Map<String, Setting> members = new LinkedHashMap<>();
      mapping.getEntries().forEach(e -> put(members, e.getKey().getValue(), of(e.getValue())));
      return new Group(members);
    }
    if (yaml instanceof Yaml.Sequence sequence) {
      List<Setting> values = new ArrayList<>();
      sequence.getEntries().forEach(entry -> add(values, of(entry.getBlock())));
      return new Items(values);
    }
    return yaml instanceof Yaml.Scalar scalar ? new Text(scalar.getId(), scalar.getValue()) : null;
  }

  private static Group of(Toml.Document toml) {
    Map<String, Setting> members = new LinkedHashMap<>();
    for (Toml value : toml.getValues()) {
      if (value instanceof Toml.Table table) {
        Map<String, Setting> within = members;
        for (String name : table.getName().getName().split("\\.")) {
          Setting next =
              within.computeIfAbsent(unquoted(name), n -> new Group(new LinkedHashMap<>()));
          if (!(next instanceof Group group)) {
            break;
          }
          within = group.members();
        }
        for (Toml member : table.getValues()) {
          putToml(within, member);
        }
      } else {
        putToml(members, value);
      }
    }
    return new Group(members);
  }

  private static void putToml(Map<String, Setting> members, Toml toml) {
    if (toml instanceof Toml.KeyValue pair && pair.getKey() instanceof Toml.Identifier name) {
      put(members, unquoted(name.getName()), ofToml(pair.getValue()));
    }
  }

  private static @Nullable Setting ofToml(Toml toml) {
    if (toml instanceof Toml.Array array) {
      List<Setting> values = new ArrayList<>();
      array.getValues().forEach(value -> add(values, ofToml(value)));
      return new Items(values);
    }
    return toml instanceof Toml.Literal literal
        ? new Text(literal.getId(), String.valueOf(literal.getValue()))
        : null;
  }

  private static String unquoted(String name) {
    return name.replaceAll("^[\"']|[\"']$", "");
  }

  private static void put(Map<String, Setting> members, String name, @Nullable Setting value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private static void add(List<Setting> values, @Nullable Setting value) {
    if (value != null) {
      values.add(value);
    }
  }
}
