package io.github.mcpmigrate.compat.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a class has of that which makes an HTTP+SSE provider. Every one from SDK 0.8.1 to 2.1.0 has
 * the same fields and methods, by these names.
 *
 * @param fields descriptors by name
 * @param methods names, each followed by its descriptor
 */
record ProviderShape(
    String name, String superName, Map<String, String> fields, Set<String> methods) {

  static final String ROUTER = "getRouterFunction()L";
  private static final String STRING = "Ljava/lang/String;";

  /** Where the types are that the runtime speaks with a provider in. */
  private static final List<String> HOMES =
      List.of(
          "java/",
          "io/modelcontextprotocol/",
          "com/fasterxml/jackson/databind/",
          "reactor/core/",
          "org/springframework/web/");

  static final String SERVLET = "jakarta/servlet/http/HttpServlet";
  static final String SERVICE =
      "service(Ljakarta/servlet/http/HttpServletRequest;Ljakarta/servlet/http/HttpServletResponse;)V";

  static ProviderShape of(ClassReader reader) {
    Map<String, String> fields = new HashMap<>();
    Set<String> methods = new HashSet<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            if ((access & Opcodes.ACC_STATIC) == 0) {
              fields.put(name, descriptor);
            }
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            methods.add(name + descriptor);
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ProviderShape(
        reader.getClassName(), reader.getSuperName(), Map.copyOf(fields), Set.copyOf(methods));
  }

  boolean isProvider() {
    return takesSessionFactory()
        && fields.containsKey("sessions")
        && mapperField() != null
        && STRING.equals(fields.get("sseEndpoint"))
        && STRING.equals(fields.get("messageEndpoint"))
        && (isServlet() || hasRouter())
        && !isWoven();
  }

  boolean isServlet() {
    return SERVLET.equals(superName) && !methods.contains(SERVICE);
  }

  boolean hasInit() {
    return methods.contains("init()V");
  }

  /** The field that holds the JSON mapper: Jackson's to SDK 0.12, the SDK's own since. */
  String mapperField() {
    return fields.containsKey("jsonMapper")
        ? "jsonMapper"
        : fields.containsKey("objectMapper") ? "objectMapper" : null;
  }

  boolean isWoven() {
    return hasMethod(ProviderWeaving.CALL + "(");
  }

  boolean takesSessionFactory() {
    return methods.stream().anyMatch(ProviderShape::isSetSessionFactory);
  }

  boolean hasRouter() {
    return hasMethod(ROUTER);
  }

  /** Every server that is served pays for this at its start: a loop costs it no lambda. */
  private boolean hasMethod(String start) {
    for (String method : methods) {
      if (method.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** The web stack and the time of the SDK, for people. */
  String description() {
    String stack =
        isServlet()
            ? "servlet"
            : hasMethod(ROUTER + "org/springframework/web/reactive/") ? "WebFlux" : "WebMvc";
    String home =
        name.startsWith("org/springframework/ai/")
            ? "Spring AI's, SDK 1.0 or newer"
            : "objectMapper".equals(mapperField()) ? "SDK 0.8 to 0.12" : "SDK 0.13 or newer";
    return stack + ", " + home;
  }

  /**
   * A type that the runtime knows under its own name alone and that has another here, because a
   * shaded jar moved it.
   */
  Optional<String> moved() {
    Stream<String> types =
        Stream.concat(
            methods.stream()
                .filter(
                    method ->
                        method.startsWith("setSessionFactory(")
                            || method.startsWith("closeGracefully()")
                            || method.startsWith(ROUTER))
                .flatMap(ProviderShape::typesOf),
            Stream.of(Type.getType(fields.get(mapperField())).getInternalName()));
    return types
        .filter(type -> HOMES.stream().noneMatch(type::startsWith))
        .map(type -> type.replace('/', '.'))
        .sorted()
        .findFirst();
  }

  private static Stream<String> typesOf(String method) {
    String descriptor = method.substring(method.indexOf('('));
    return Stream.concat(
            Stream.of(Type.getArgumentTypes(descriptor)), Stream.of(Type.getReturnType(descriptor)))
        .filter(type -> type.getSort() == Type.OBJECT)
        .map(Type::getInternalName);
  }

  static boolean isSetSessionFactory(String method) {
    return method.startsWith("setSessionFactory(L")
        && method.endsWith("/McpServerSession$Factory;)V")
        && method.indexOf(';') == method.lastIndexOf(';');
  }
}
