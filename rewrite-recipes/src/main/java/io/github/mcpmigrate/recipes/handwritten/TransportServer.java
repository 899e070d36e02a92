package io.github.mcpmigrate.recipes.handwritten;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * What the TypeScript SDK taught everyone, in Java: a class for a client's stream, a servlet that
 * keeps those by session id, and a server that is connected to each.
 *
 * @param transport the class of a stream, by its full name
 * @param gone the files that go: the transport's and the servlet's
 * @param files all of its files
 */
record TransportServer(
    String transport,
    TransportServlet servlet,
    ConnectedServer server,
    ServletRegistration registration,
    Set<Path> gone,
    Set<Path> files) {

  /** The one around a class that sends the endpoint event, if the files of a module are that. */
  static Optional<TransportServer> around(String transport, TransportUsers users) {
    Map<Path, J.CompilationUnit> files = users.files();
    Optional<Path> declared = fileOf(transport, files);
    if (users.areInOtherLanguages()
        || declared.isEmpty()
        || doesMore(files.get(declared.get()), transport)) {
      return Optional.empty();
    }
    Set<Path> others = new HashSet<>(users.of(transport));
    others.remove(declared.get());
    for (Path path : others) {
      Optional<TransportServlet> servlet = TransportServlet.in(files.get(path), transport);
      if (servlet.isPresent()) {
        others.remove(path);
        return around(transport, servlet.get(), others, Set.of(declared.get(), path), users);
      }
    }
    return Optional.empty();
  }

  private static Optional<TransportServer> around(
      String transport,
      TransportServlet servlet,
      Set<Path> others,
      Set<Path> gone,
      TransportUsers users) {
    Optional<Path> declared = fileOf(servlet.server(), users.files());
    Set<Path> makers = new HashSet<>(users.of(servlet.type()));
    makers.removeAll(gone);
    if (declared.isEmpty() || !others.equals(Set.of(declared.get())) || makers.size() != 1) {
      return Optional.empty();
    }
    Optional<ConnectedServer> server =
        ConnectedServer.in(users.files().get(declared.get()), servlet, transport);
    return server.flatMap(
        connected ->
            ServletRegistration.in(users.files().get(makers.iterator().next()), servlet)
                .map(
                    registration ->
                        new TransportServer(
                            transport,
                            servlet,
                            connected,
                            registration,
                            gone,
                            union(gone, others, makers))));
  }

  @SafeVarargs
  private static Set<Path> union(Set<Path>... parts) {
    return Stream.of(parts).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean doesMore(J.CompilationUnit file, String transport) {
    Cursor cursor = new Cursor(new Cursor(null, Cursor.ROOT_VALUE), file);
    J.ClassDeclaration type = file.getClasses().get(0);
    return type.getExtends() != null
        || type.getImplements() != null
        || StreamOnly.otherThan(type, cursor, List.of(transport)).isPresent()
        || Platform.lacks(file).isPresent();
  }

  private static Optional<Path> fileOf(String type, Map<Path, J.CompilationUnit> files) {
    return files.entrySet().stream()
        .filter(file -> file.getValue().getClasses().size() == 1)
        .filter(file -> isDeclaredIn(file.getValue(), type))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isDeclaredIn(J.CompilationUnit file, String type) {
    JavaType.FullyQualified declared = file.getClasses().get(0).getType();
    return declared != null && declared.getFullyQualifiedName().equals(type);
  }

  /** The calls on the engine's builder, one a line. */
  List<String> options(EngineMove move) {
    return move.options(Optional.of(registration.ssePath()), Optional.of(servlet.messagePath()));
  }
}
