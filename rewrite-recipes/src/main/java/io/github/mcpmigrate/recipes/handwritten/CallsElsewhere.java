package io.github.mcpmigrate.recipes.handwritten;

import static io.github.mcpmigrate.recipes.handwritten.EmitterSends.EMITTER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Calls of methods that may be a controller's, by code that is not the controller's: tests, say.
 */
final class CallsElsewhere {

  /** A file that calls a method, by the method's key. */
  private final Map<String, String> callers = new HashMap<>();

  void note(JavaSourceFile source) {
    for (JavaType.Method method : source.getTypesInUse().getUsedMethods()) {
      if (mayBeHandler(method) && !isDeclaredIn(source, method)) {
        callers.put(HandlerScanner.key(method), source.getSourcePath().getFileName().toString());
      }
    }
  }

  /** As cheap as can be: this is asked of every method that is called in a project. */
  private static boolean mayBeHandler(JavaType.Method method) {
    List<JavaType> parameters = method.getParameterTypes();
    return parameters.size() == 2
            && TypeUtils.isString(parameters.get(0))
            && TypeUtils.isString(parameters.get(1))
        || parameters.isEmpty() && TypeUtils.isOfClassType(method.getReturnType(), EMITTER);
  }

  private static boolean isDeclaredIn(JavaSourceFile source, JavaType.Method method) {
    return source.getClasses().stream()
        .map(J.ClassDeclaration::getType)
        .anyMatch(type -> TypeUtils.isOfType(type, method.getDeclaringType()));
  }

  /** Why the methods of a server cannot go. */
  Optional<String> of(EmitterServer server) {
    return Stream.of(server.stream(), server.post())
        .filter(method -> callers.containsKey(HandlerScanner.key(method.getMethodType())))
        .map(
            method ->
                method.getSimpleName()
                    + "() is called in "
                    + callers.get(HandlerScanner.key(method.getMethodType())))
        .findFirst();
  }
}
