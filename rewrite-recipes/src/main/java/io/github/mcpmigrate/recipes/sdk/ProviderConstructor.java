package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerTransport.SSE;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * The arguments of a constructor of a legacy provider, public in SDK 0.7 to 0.12.1.
 *
 * <p>Three arguments are (mapper, message, sse) but four are (mapper, base, message, sse): the
 * order is the constructor's, whatever the arguments are called.
 */
record ProviderConstructor(
    Expression mapper,
    @Nullable Expression baseUrl,
    Expression messageEndpoint,
    @Nullable Expression sseEndpoint,
    @Nullable Expression keepAliveInterval) {

  static Optional<ProviderConstructor> of(J.NewClass call) {
    return of(call.getConstructorType(), call.getArguments());
  }

  /** The arguments of a constructor that is called by {@code new} or by {@code super}. */
  static Optional<ProviderConstructor> of(
      JavaType.@Nullable Method constructor, List<Expression> args) {
    if (constructor == null || !isLegacy(constructor.getDeclaringType())) {
      return Optional.empty();
    }
    return switch (args.size()) {
      case 2 -> Optional.of(new ProviderConstructor(args.get(0), null, args.get(1), null, null));
      case 3 ->
          Optional.of(new ProviderConstructor(args.get(0), null, args.get(1), args.get(2), null));
      case 4 ->
          Optional.of(
              new ProviderConstructor(args.get(0), args.get(1), args.get(2), args.get(3), null));
      case 5 ->
          Optional.of(
              new ProviderConstructor(
                  args.get(0), args.get(1), args.get(2), args.get(3), args.get(4)));
      default -> Optional.empty();
    };
  }

  static boolean isEmptyBaseUrl(Expression baseUrl) {
    if (baseUrl instanceof J.Literal literal) {
      return "".equals(literal.getValue());
    }
    JavaType.Variable constant = StringConstants.variableOf(baseUrl);
    return constant != null
        && "DEFAULT_BASE_URL".equals(constant.getName())
        && isLegacy(constant.getOwner());
  }

  private static boolean isLegacy(@Nullable JavaType type) {
    return ServerProvider.of(SSE).stream().anyMatch(provider -> provider.isExactly(type));
  }
}
