package io.github.mcpmigrate.compat.graft;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * What the application's context extractor captures of a request, for its tools. Its type was moved
 * and its method changed between versions of the SDK, so both are looked up: {@code extract(T)}
 * since SDK 0.12; what 0.11 had, with a context to fill, is not served.
 */
final class TransportContext {

  /** Where servers of the SDK look for it in the Reactor context. */
  static final String KEY = "MCP_TRANSPORT_CONTEXT";

  private static final TransportContext NONE = new TransportContext(null, null);

  private final Object extractor;
  private final Method extract;

  private TransportContext(Object extractor, Method extract) {
    this.extractor = extractor;
    this.extract = extract;
  }

  /**
   * @param extractor may be null
   */
  static TransportContext by(Object extractor) {
    if (extractor == null) {
      return NONE;
    }
    return Arrays.stream(extractor.getClass().getInterfaces())
        .filter(type -> type.getSimpleName().equals("McpTransportContextExtractor"))
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.getName().equals("extract") && method.getParameterCount() == 1)
        .findFirst()
        .map(method -> new TransportContext(extractor, method))
        .orElse(NONE);
  }

  /** What is captured of a request; null when the application captures nothing. */
  Object of(Object request) {
    if (extract == null) {
      return null;
    }
    try {
      return extract.invoke(extractor, request);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The context extractor cannot be called", e);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("The context extractor failed", e.getCause());
    }
  }
}
