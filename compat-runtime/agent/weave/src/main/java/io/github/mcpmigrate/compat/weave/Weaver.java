package io.github.mcpmigrate.compat.weave;

import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Weaves an HTTP+SSE provider of the MCP Java SDK (0.8 to 2.1: servlet, WebMvc, WebFlux; those that
 * moved to Spring AI, too), so that it hands its server and its requests to the compat runtime. A
 * class of any other shape is left alone.
 */
public final class Weaver {

  private Weaver() {}

  /** Whether a class of this name can be a provider at all, which spares reading the others. */
  public static boolean concerns(String className) {
    return className != null && className.endsWith("SseServerTransportProvider");
  }

  /**
   * Weaves one class.
   *
   * @param classFile a class file of any version that this ASM reads
   * @return the woven class file; empty for a class that is no provider, or is woven already
   */
  public static Optional<byte[]> weave(byte[] classFile) {
    return weave(classFile, ProviderWeaving.LINK);
  }

  /**
   * Weaves one class that finds the runtime under a name of its own.
   *
   * @param link binary name of the class that the woven one asks for, in place of {@code
   *     io.github.mcpmigrate.compat.agent.Link}
   */
  public static Optional<byte[]> weave(byte[] classFile, String link) {
    ClassReader reader = new ClassReader(classFile);
    if (!concerns(reader.getClassName())) {
      return Optional.empty();
    }
    ProviderShape shape = ProviderShape.of(reader);
    if (!shape.isProvider()) {
      return Optional.empty();
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new ProviderWeaving(writer, shape, link), 0);
    return Optional.of(writer.toByteArray());
  }

  /**
   * Weaves one class as it is loaded.
   *
   * @param stays told why a class that looks like a provider is left as it is; not of subclasses,
   *     which can tell themselves when they are used
   */
  public static Optional<byte[]> weave(byte[] classFile, Consumer<String> stays) {
    Finding finding = examine(classFile);
    if (finding.kind() == Finding.Kind.PROVIDER) {
      return weave(classFile);
    }
    if (finding.kind() == Finding.Kind.STAYS
        && !finding.text().equals(Examination.WOVEN)
        && !concerns(new ClassReader(classFile).getSuperName())) {
      stays.accept(finding.className() + ' ' + finding.text());
    }
    return Optional.empty();
  }

  /** Says what a class file is to us, before it is woven or in place of it. */
  public static Finding examine(byte[] classFile) {
    return Examination.of(classFile);
  }
}
