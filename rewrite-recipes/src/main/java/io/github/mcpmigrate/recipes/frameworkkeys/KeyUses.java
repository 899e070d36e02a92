package io.github.mcpmigrate.recipes.frameworkkeys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.SourceFile;
import org.openrewrite.properties.internal.PropertiesPrinter;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.text.PlainText;
import org.openrewrite.xml.internal.XmlPrinter;
import org.openrewrite.xml.tree.Xml;
import org.openrewrite.yaml.internal.YamlPrinter;
import org.openrewrite.yaml.tree.Yaml;

/** The keys of one file that choose HTTP+SSE, and where they stand. */
final class KeyUses {

  /** A key, or an option of a URI. */
  record Use(String construct, FrameworkKey key, int line, int column) {}

  /** Camel's options, as they stand in a URI. */
  static final Pattern OPTION =
      Pattern.compile("mcpServer\\.[\\w-]+\\.transportType=(?:RAW\\()?sse\\b");

  /** Jooby's configuration is HOCON, which nobody parses: keys as they are written in one line. */
  private static final Pattern JOOBY =
      Pattern.compile(
          "(?m)^[ \\t]*(?<key>(?:mcp\\.[\\w-]+\\.)?transport)[ \\t]*[=:][ \\t]*\"?sse\"?[ \\t]*$");

  private final List<Use> uses = new ArrayList<>();

  private KeyUses() {}

  static List<Use> in(SourceFile source) {
    KeyUses found = new KeyUses();
    if (source instanceof Properties.File) {
      found.properties(source);
    } else if (source instanceof Yaml.Documents) {
      found.yaml(source);
    } else if (source instanceof Xml.Document) {
      found.xml(source);
    } else if (source instanceof PlainText text
        && source.getSourcePath().getFileName().toString().endsWith(".conf")
        && text.getText().contains("mcp")) {
      found.hocon(text.getText());
    }
    return found.uses;
  }

  private void add(String before, String construct, FrameworkKey key) {
    uses.add(
        new Use(
            construct,
            key,
            1 + (int) before.chars().filter(c -> c == '\n').count(),
            before.length() - before.lastIndexOf('\n')));
  }

  private void properties(SourceFile file) {
    PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
    new PropertiesPrinter<Integer>() {
      @Override
      public Properties visitEntry(Properties.Entry entry, PrintOutputCapture<Integer> p) {
        FrameworkKey.of(entry.getKey(), entry.getValue().getText())
            .ifPresent(key -> add(p.getOut() + entry.getPrefix(), entry.getKey(), key));
        return super.visitEntry(entry, p);
      }
    }.visit(file, out);
  }

  private void yaml(SourceFile file) {
    Deque<String> path = new ArrayDeque<>();
    new YamlPrinter<Integer>() {
      @Override
      public Yaml visitMappingEntry(Yaml.Mapping.Entry entry, PrintOutputCapture<Integer> p) {
        path.addLast(entry.getKey().getValue());
        if (entry.getValue() instanceof Yaml.Scalar value) {
          String name = String.join(".", path);
          FrameworkKey.of(name, value.getValue())
              .ifPresent(key -> add(p.getOut() + entry.getPrefix(), name, key));
          option(p.getOut() + entry.getPrefix(), value.getValue());
        }
        Yaml visited = super.visitMappingEntry(entry, p);
        path.removeLast();
        return visited;
      }
    }.visit(file, new PrintOutputCapture<>(0));
  }

  private void xml(SourceFile file) {
    new XmlPrinter<Integer>() {
      @Override
      public Xml visitAttribute(Xml.Attribute attribute, PrintOutputCapture<Integer> p) {
        option(p.getOut() + attribute.getPrefix(), attribute.getValueAsString());
        return super.visitAttribute(attribute, p);
      }
    }.visit(file, new PrintOutputCapture<>(0));
  }

  private void option(String before, String uri) {
    Matcher option = OPTION.matcher(uri);
    while (option.find()) {
      add(before, option.group(), FrameworkKey.CAMEL);
    }
  }

  private void hocon(String text) {
    Matcher key = JOOBY.matcher(text);
    while (key.find()) {
      add(text.substring(0, key.start("key")), key.group("key"), FrameworkKey.JOOBY);
    }
  }
}
