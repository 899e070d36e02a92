package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaCoordinates;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The replacement of a call, as {@link ReplaceCall} describes it. */
final class CallTemplate {

  private static final Pattern HOLE = Pattern.compile("\\$(\\d|type)");

  private static final Pattern CONVERSION = Pattern.compile("String\\.valueOf\\(\\$(\\d)\\)");

  private final List<String> lines;
  private final List<String> imports;

  CallTemplate(String replacement, List<String> imports) {
    this.lines = replacement.strip().lines().map(String::strip).toList();
    this.imports = List.copyOf(imports);
  }

  List<String> imports() {
    return imports;
  }

  boolean namesSelect() {
    return lines.stream().anyMatch(line -> line.contains("$0"));
  }

  /** Whether Kotlin reads the code as Java does. */
  boolean isKotlinToo() {
    return lines.stream()
        .noneMatch(
            line ->
                line.contains("String.valueOf(")
                    || line.contains(".class")
                    || line.startsWith("("));
  }

  String inOneLine() {
    return String.join("", lines);
  }

  J apply(J.NewClass call, Cursor cursor, ExecutionContext ctx) {
    return apply(call, call.getConstructorType(), null, call.getArguments(), cursor, ctx);
  }

  J apply(J.MethodInvocation call, Cursor cursor, ExecutionContext ctx) {
    return apply(call, call.getMethodType(), call.getSelect(), call.getArguments(), cursor, ctx);
  }

  private J apply(
      Expression call,
      JavaType.Method method,
      @Nullable Expression select,
      List<Expression> arguments,
      Cursor cursor,
      ExecutionContext ctx) {
    List<Object> values = new ArrayList<>();
    String code =
        lines.stream()
            .filter(line -> !isDefault(line, arguments))
            .map(line -> withoutConversion(line, arguments))
            .map(line -> fill(line, call, method, select, arguments, cursor, values))
            .collect(Collectors.joining("\n"));
    return JavaTemplate.builder(code)
        .imports(Stream.concat(imports.stream(), written(call, method)).toArray(String[]::new))
        .javaParser(SdkTemplates.parser(ctx))
        .build()
        .apply(cursor, coordinates(call), values.toArray());
  }

  private static JavaCoordinates coordinates(Expression call) {
    return call instanceof J.NewClass created
        ? created.getCoordinates().replace()
        : ((J.MethodInvocation) call).getCoordinates().replace();
  }

  /** Fills the holes of a line; what JavaTemplate has to fill in goes to {@code values}. */
  private static String fill(
      String line,
      Expression call,
      JavaType.Method method,
      @Nullable Expression select,
      List<Expression> arguments,
      Cursor cursor,
      List<Object> values) {
    return HOLE.matcher(line)
        .replaceAll(
            hole -> {
              if ("type".equals(hole.group(1))) {
                return Matcher.quoteReplacement(
                    ((J.NewClass) call).getClazz().printTrimmed(cursor));
              }
              int index = Integer.parseInt(hole.group(1));
              values.add(index == 0 ? select : arguments.get(index - 1));
              JavaType type =
                  index == 0
                      ? method.getDeclaringType()
                      : typeOf(arguments.get(index - 1), method.getParameterTypes().get(index - 1));
              return Matcher.quoteReplacement("#{any(" + nameOf(type) + ")}");
            });
  }

  /** The class that {@code $type} names, and the one around it. */
  private static Stream<String> written(Expression call, JavaType.Method method) {
    Stream<JavaType.FullyQualified> types =
        call instanceof J.NewClass
            ? Stream.of(method.getDeclaringType(), method.getDeclaringType().getOwningClass())
            : Stream.of();
    return types
        .filter(type -> type != null)
        .map(type -> type.getFullyQualifiedName().replace('$', '.'));
  }

  /** A string is one where anything goes, too: what it goes into now may take only strings. */
  private static JavaType typeOf(Expression argument, JavaType parameter) {
    return TypeUtils.isString(argument.getType()) ? argument.getType() : parameter;
  }

  private static String nameOf(JavaType type) {
    return TypeUtils.toString(type).replace('$', '.');
  }

  /** A string needs no {@code String.valueOf(..)}. */
  private static String withoutConversion(String line, List<Expression> arguments) {
    return CONVERSION
        .matcher(line)
        .replaceAll(
            hole ->
                TypeUtils.isString(arguments.get(Integer.parseInt(hole.group(1)) - 1).getType())
                    ? "\\$" + hole.group(1)
                    : Matcher.quoteReplacement(hole.group()));
  }

  /** Whether a line sets nothing but what is the default anyway. */
  private static boolean isDefault(String line, List<Expression> arguments) {
    List<String> holes = HOLE.matcher(line).results().map(hole -> hole.group(1)).toList();
    if (!line.startsWith(".") || holes.size() != 1 || !holes.get(0).matches("[1-9]")) {
      return false;
    }
    Expression argument = arguments.get(Integer.parseInt(holes.get(0)) - 1);
    return argument.getType() == JavaType.Primitive.Null
        || line.startsWith(".jsonMapper(") && JsonMapperCalls.isDefault(argument);
  }
}
