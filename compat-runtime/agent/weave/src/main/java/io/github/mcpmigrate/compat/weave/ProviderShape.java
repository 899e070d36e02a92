package io.github.mcpmigrate.compat.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class has of that which makes an HTTP+SSE provider. Every one from SDK 0.8.1 to 2.1.0 has
 * the same fields and methods, by these names.
 *
 * @param fields descriptors by name
 * @param methods names, each followed by its descriptor
 */
record ProviderShape(
    String name, String superName, Map<String, String> fields, Set<String> methods) {

  private static final String STRING = "Ljava/lang/String;";
  private static final String SERVLET = "jakarta/servlet/http/HttpServlet";
  private static final String SERVICE =
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

  private boolean isWoven() {
    return methods.stream().anyMatch(method -> method.startsWith(ProviderWeaving.CALL + "("));
  }

  private boolean takesSessionFactory() {
    return methods.stream().anyMatch(ProviderShape::isSetSessionFactory);
  }

  private boolean hasRouter() {
    return methods.stream().anyMatch(method -> method.startsWith("getRouterFunction()L"));
  }

  static boolean isSetSessionFactory(String method) {
    return method.startsWith("setSessionFactory(L")
        && method.endsWith("/McpServerSession$Factory;)V")
        && method.indexOf(';') == method.lastIndexOf(';');
  }
}
