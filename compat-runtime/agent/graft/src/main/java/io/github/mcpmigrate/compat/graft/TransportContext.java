package io.github.mcpmigrate.compat.graft;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What the application's context extractor captures of a request, for its tools. Its type was moved
 * and its method changed between versions of the SDK, so both are looked up: {@code extract(T)}
 * since SDK 0.12, {@code extract(T, context)} with a context to fill in 0.11.
 */
final class TransportContext {

  /** Where servers of the SDK look for it in the Reactor context. */
  static final String KEY = "MCP_TRANSPORT_CONTEXT";

  private static final TransportContext NONE = new TransportContext(null, null, null);

  private final Object extractor;
  private final Method extract;

  /** Makes a context to fill; null where there is none to. */
  private final Constructor<?> empty;

  private TransportContext(Object extractor, Method extract, Constructor<?> empty) {
    this.extractor = extractor;
    this.extract = extract;
    this.empty = empty;
  }

  /**
   * @param extractor may be null
   * @throws IllegalStateException when this version of the SDK has yet another one
   */
  static TransportContext by(Object extractor) {
    if (extractor == null) {
      return NONE;
    }
    Method extract =
        interfaces(extractor.getClass())
            .filter(type -> type.getSimpleName().equals("McpTransportContextExtractor"))
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> method.getName().equals("extract"))
            .findFirst()
            .orElseThrow(() -> unknown(null));
    return new TransportContext(extractor, extract, empty(extract));
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    return type == null
        ? Stream.empty()
        : Stream.concat(
            Arrays.stream(type.getInterfaces())
                .flatMap(each -> Stream.concat(Stream.of(each), interfaces(each))),
            interfaces(type.getSuperclass()));
  }

  private static Constructor<?> empty(Method extract) {
    if (extract.getParameterCount() == 1) {
      return null;
    }
    try {
      Class<?> context = extract.getParameterTypes()[1];
      return Class.forName(
              context.getPackageName() + ".DefaultMcpTransportContext",
              true,
              context.getClassLoader())
          .getConstructor();
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private static IllegalStateException unknown(Exception cause) {
    return new IllegalStateException("This kind of context extractor is not known", cause);
  }

  /** What is captured of a request; null when the application captures nothing. */
  Object of(Object request) {
    if (extract == null) {
      return null;
    }
    try {
      return empty == null
          ? extract.invoke(extractor, request)
          : extract.invoke(extractor, request, empty.newInstance());
    } catch (IllegalAccessException | InstantiationException e) {
      throw new IllegalStateException("The context extractor cannot be called", e);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("The context extractor failed", e.getCause());
    }
  }
}
