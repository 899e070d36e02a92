package io.github.mcpmigrate.recipes.springai;

import java.util.List;
import java.util.stream.Collectors;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * A constructor of Spring AI 1.0 whose work the class's builder does in 1.1.
 *
 * @param type the class
 * @param constructor the constructor, or several that take the same in the same order
 * @param opening the type of what opens the builder; empty if nothing does
 * @param setters one for each further argument; a constructor with fewer has no more of them
 * @param stub the builder, as far as it is used here, to give the new calls their types
 */
record BuilderForConstructor(
    String type, MethodMatcher constructor, String opening, List<String> setters, String stub) {

  private static final String AI = "org.springframework.ai.";

  static final List<BuilderForConstructor> ALL =
      List.of(
          of(
              AI + "transformer.splitter",
              "TokenTextSplitter",
              "int, int, int, int, boolean",
              "",
              "withChunkSize(int)",
              "withMinChunkSizeChars(int)",
              "withMinChunkLengthToEmbed(int)",
              "withMaxNumChunks(int)",
              "withKeepSeparator(boolean)"),
          of(
              AI + "chat.messages",
              "AssistantMessage",
              "String, java.util.Map, ..",
              "",
              "content(String)",
              "properties(java.util.Map)",
              "toolCalls(java.util.List)",
              "media(java.util.List)"),
          of(
              AI + "chat.messages",
              "ToolResponseMessage",
              "java.util.List, ..",
              "",
              "responses(java.util.List)",
              "metadata(java.util.Map)"),
          of(
              AI + "chat.client.advisor.vectorstore",
              "QuestionAnswerAdvisor",
              AI + "vectorstore.VectorStore",
              "Object"));

  private static BuilderForConstructor of(
      String inPackage, String name, String arguments, String opens, String... setters) {
    String methods =
        List.of(setters).stream()
            .map(setter -> "public Builder " + setter.replace(")", " value) { return this; }"))
            .collect(Collectors.joining(" "));
    return new BuilderForConstructor(
        inPackage + "." + name,
        new MethodMatcher(inPackage + "." + name + " <constructor>(" + arguments + ")"),
        opens,
        List.of(setters),
        """
        package %s;

        public class %s {
            public static Builder builder(%s) { return null; }

            public static class Builder {
                %s
                public %s build() { return null; }
            }
        }
        """
            .formatted(inPackage, name, opens.isEmpty() ? "" : opens + " value", methods, name));
  }

  /** Whether the builder does the same, for sure. */
  boolean fits(J.NewClass created) {
    return constructor.matches(created)
        && created.getBody() == null
        && created.getClazz() != null
        && created.getArguments().stream()
            .noneMatch(argument -> argument.getType() == JavaType.Primitive.Null);
  }

  /** The builder in the place of the constructor. */
  J apply(J.NewClass created, Cursor cursor) {
    List<Expression> arguments = created.getArguments();
    String name = created.getClazz().printTrimmed(cursor);
    int opened = opening.isEmpty() ? 0 : 1;
    String calls =
        setters.stream()
            .limit(arguments.size() - opened)
            .map(setter -> "\n." + setter.replace("(", "(#{any(").replace(")", ")})"))
            .collect(Collectors.joining());
    String code =
        opened == 1
            ? ".builder(#{any(java.lang.Object)}).build()"
            : ".builder()" + calls + "\n.build()";
    return JavaTemplate.builder(name + code)
        .imports(type)
        .javaParser(JavaParser.fromJavaVersion().dependsOn(stub))
        .build()
        .apply(cursor, created.getCoordinates().replace(), arguments.toArray());
  }

  /** What a person has to do where that is not sure. */
  String reason() {
    return "Spring AI 1.1 has "
        + type.substring(type.lastIndexOf('.') + 1)
        + ".builder() in place of this constructor";
  }
}
