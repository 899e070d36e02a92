package io.github.mcpmigrate.recipes.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Finds the transports of a project's own that are written against interfaces which the SDK has
 * changed since: the SDK cannot be raised beside them.
 *
 * <p>{@code ServerMcpTransport} and {@code ClientMcpTransport} went with 0.9, {@code
 * notifyClients(String, Map)} takes any object since 0.9, and {@code unmarshalFrom} a type of the
 * SDK's own since 0.13.
 */
public final class OwnTransports extends JavaIsoVisitor<List<OwnTransports.Own>> {

  /** One of them: its class or the interface that it has no name beside, and where it begins. */
  public record Own(String name, int line, int column) {

    /** Why the SDK stays. */
    public String reason() {
      return name
          + " is a transport of this project's own, written against the SDK of its time: move it first";
    }
  }

  private static final String SPEC = "io.modelcontextprotocol.spec.";

  private static final List<String> GONE =
      List.of(SPEC + "ServerMcpTransport", SPEC + "ClientMcpTransport");

  private static final List<String> CHANGED =
      List.of(SPEC + "McpTransport", SPEC + "McpServerTransportProvider");

  private static final List<String> GONE_PARAMETERS =
      List.of("com.fasterxml.jackson.core.type.TypeReference", "java.util.Map");

  private OwnTransports() {}

  /** Those in a source file. */
  public static List<Own> in(JavaSourceFile source) {
    List<Own> found = new ArrayList<>();
    boolean implementsSome =
        source.getTypesInUse().getTypesInUse().stream()
            .map(TypeUtils::asFullyQualified)
            .anyMatch(
                type ->
                    type != null && type.getPackageName().equals("io.modelcontextprotocol.spec"));
    if (implementsSome) {
      new OwnTransports().visit(source, found);
    }
    return found;
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration declared, List<Own> found) {
    check(declared.getType(), declared.getBody(), found);
    return super.visitClassDeclaration(declared, found);
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, List<Own> found) {
    if (call.getBody() != null) {
      check(call.getType(), call.getBody(), found);
    }
    return super.visitNewClass(call, found);
  }

  private void check(@Nullable JavaType type, J.Block body, List<Own> found) {
    boolean stays =
        isAny(GONE, type)
            || isAny(CHANGED, type)
                && body.getStatements().stream().anyMatch(OwnTransports::isOfOldSdk);
    if (stays) {
      Span position = new SourcePositionService().positionOf(getCursor());
      found.add(
          new Own(name(type), position.getStartLine(), position.getColSpan().getStartColumn()));
    }
  }

  private static boolean isAny(List<String> contracts, @Nullable JavaType type) {
    return contracts.stream().anyMatch(contract -> TypeUtils.isAssignableTo(contract, type));
  }

  private static String name(@Nullable JavaType type) {
    return Optional.ofNullable(TypeUtils.asFullyQualified(type))
        .map(JavaType.FullyQualified::getClassName)
        .orElse("");
  }

  private static boolean isOfOldSdk(Statement member) {
    return member instanceof J.MethodDeclaration method
        && Stream.of("unmarshalFrom", "notifyClients").anyMatch(method.getSimpleName()::equals)
        && method.getMethodType() != null
        && method.getMethodType().getParameterTypes().size() == 2
        && GONE_PARAMETERS.stream()
            .anyMatch(
                gone ->
                    TypeUtils.isOfClassType(
                        method.getMethodType().getParameterTypes().get(1), gone));
  }
}
