package io.github.mcpmigrate.compat.weave;

import io.github.mcpmigrate.compat.weave.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;

/** Tells providers, and what looks like one, from all other classes. */
final class Examination {

  /** In the name of every server transport on HTTP+SSE, from SDK 0.7 on, and of who uses it. */
  private static final byte[] NEEDLE = "SseServerTransport".getBytes(StandardCharsets.US_ASCII);

  static final String WOVEN = "was transformed already";

  private static final String PROVIDER = "SseServerTransportProvider";
  private static final String MOVED =
      "was relocated, and the runtime knows its libraries under their own names alone: it uses ";
  private static final Finding OTHER = new Finding("", Kind.OTHER, "");

  private Examination() {}

  static Finding of(byte[] classFile) {
    if (!hasNeedle(classFile)) {
      return OTHER;
    }
    try {
      ClassReader reader = new ClassReader(classFile);
      String name = reader.getClassName();
      String parent = reader.getSuperName() == null ? "" : reader.getSuperName();
      boolean candidate = Weaver.concerns(name);
      if (!candidate && !name.endsWith("SseServerTransport") && !parent.endsWith(PROVIDER)) {
        return OTHER;
      }
      ProviderShape shape = ProviderShape.of(reader);
      String binary = name.replace('/', '.');
      Optional<String> reason =
          parent.endsWith(PROVIDER)
              ? ofSubclass(shape)
              : candidate ? ofCandidate(shape) : ofTransport(shape);
      if (reason.isPresent()) {
        return new Finding(binary, Kind.STAYS, reason.get());
      }
      return candidate && shape.isProvider()
          ? new Finding(binary, Kind.PROVIDER, shape.description())
          : OTHER;
    } catch (RuntimeException e) {
      // ASM has no exception of its own for what is no class file.
      return new Finding("", Kind.STAYS, unreadable(classFile, e));
    }
  }

  private static boolean hasNeedle(byte[] classFile) {
    for (int at = 0; at <= classFile.length - NEEDLE.length; at++) {
      int same = 0;
      while (same < NEEDLE.length && classFile[at + same] == NEEDLE[same]) {
        same++;
      }
      if (same == NEEDLE.length) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> ofCandidate(ProviderShape shape) {
    if (shape.isWoven()) {
      return Optional.of(WOVEN);
    }
    if (!shape.takesSessionFactory()) {
      return Optional.of("has the name of a provider of the SDK, but not its methods");
    }
    if (shape.superName().equals("javax/servlet/http/HttpServlet")) {
      return Optional.of("is a servlet of javax.servlet; the runtime serves jakarta.servlet");
    }
    if (shape.superName().equals(ProviderShape.SERVLET)
        && shape.methods().contains(ProviderShape.SERVICE)) {
      return Optional.of("has a service() of its own, which no request would get past");
    }
    if (shape.superName().endsWith("/" + ProviderShape.SERVLET)) {
      return Optional.of(MOVED + shape.superName().replace('/', '.'));
    }
    if (!shape.isProvider()) {
      return Optional.of("takes a session factory, but is not made as the SDK's providers are");
    }
    return shape.moved().map(type -> MOVED + type);
  }

  /** A subclass is served by what is woven into its parent, if it lets requests through to that. */
  private static Optional<String> ofSubclass(ProviderShape shape) {
    if (shape.methods().contains(ProviderShape.SERVICE)) {
      return Optional.of(
          "overrides service() of the SDK's provider: Streamable HTTP is served only if that calls"
              + " super.service() for every request");
    }
    for (String method : List.of("doGet", "doPost")) {
      if (shape.methods().contains(method + ProviderShape.SERVICE.substring("service".length()))) {
        return Optional.of(
            "overrides "
                + method
                + "() of the SDK's provider, which Streamable HTTP would get past: it goes on with"
                + " HTTP+SSE alone");
      }
    }
    return shape.hasRouter()
        ? Optional.of(
            "overrides getRouterFunction() of the SDK's provider: Streamable HTTP is served only"
                + " with what super.getRouterFunction() returns")
        : Optional.empty();
  }

  private static Optional<String> ofTransport(ProviderShape shape) {
    boolean servlet = shape.superName().endsWith("/HttpServlet");
    return servlet || shape.hasRouter()
        ? Optional.of(
            "is a transport of SDK 0.7, for one session; a server on it needs a newer SDK first")
        : Optional.empty();
  }

  private static String unreadable(byte[] classFile, RuntimeException e) {
    boolean aClass =
        classFile.length > 7
            && (classFile[0] & 0xff) == 0xca
            && (classFile[1] & 0xff) == 0xfe
            && (classFile[2] & 0xff) == 0xba
            && (classFile[3] & 0xff) == 0xbe;
    if (!aClass) {
      return "is no class file";
    }
    int version = (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
    return e instanceof IllegalArgumentException
        ? "is of class file version " + version + ", newer than is known here"
        : "is a damaged class file";
  }
}
