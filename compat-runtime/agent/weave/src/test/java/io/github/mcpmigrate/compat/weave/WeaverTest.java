package io.github.mcpmigrate.compat.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaving the SDK's released classes, and leaving everything else alone. */
class WeaverTest {

  private static final String FACTORY =
      "(Lio/modelcontextprotocol/spec/McpServerSession$Factory;)V";

  /** A provider of the SDK, or one that moved to Spring AI. */
  record Provider(String jar, String name, byte[] bytes) {

    @Override
    public String toString() {
      return jar + " " + name.substring(name.lastIndexOf('/') + 1);
    }
  }

  static List<Provider> providers() throws IOException {
    List<Provider> providers = new ArrayList<>();
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("sdk-jars")))) {
      for (Path jar : jars.sorted().toList()) {
        try (JarFile file = new JarFile(jar.toFile())) {
          for (JarEntry entry : file.stream().toList()) {
            if (entry.getName().endsWith("SseServerTransportProvider.class")) {
              providers.add(
                  new Provider(
                      jar.getFileName().toString(),
                      entry.getName().replace(".class", ""),
                      file.getInputStream(entry).readAllBytes()));
            }
          }
        }
      }
    }
    return providers;
  }

  @Test
  void everyLineOfTheSdkIsThere() throws IOException {
    assertThat(providers()).extracting(Provider::toString).hasSizeGreaterThanOrEqualTo(39);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void aProviderIsWovenOnce(Provider provider) {
    byte[] woven = Weaver.weave(provider.bytes()).orElseThrow();
    assertThat(methods(woven))
        .containsAll(methods(provider.bytes()))
        .contains(
            "mcpCompat$call(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    assertThat(Weaver.weave(woven)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void onlyAServletGetsAServiceAndAnInit(Provider provider) {
    Set<String> added = methods(Weaver.weave(provider.bytes()).orElseThrow());
    added.removeAll(methods(provider.bytes()));
    added.removeIf(method -> method.startsWith("mcpCompat$"));
    if (provider.name().endsWith("HttpServletSseServerTransportProvider")) {
      assertThat(added)
          .containsExactly(
              "init()V",
              "service(Ljakarta/servlet/http/HttpServletRequest;"
                  + "Ljakarta/servlet/http/HttpServletResponse;)V");
    } else {
      assertThat(added).isEmpty();
    }
  }

  @Test
  void aClassOfAnotherNameIsLeftAlone() {
    assertThat(Weaver.weave(provider("com/example/Other", "sessions"))).isEmpty();
  }

  @Test
  void aClassOfThatNameButNotThatShapeIsLeftAlone() {
    assertThat(Weaver.weave(provider("com/example/MySseServerTransportProvider", "clients")))
        .isEmpty();
  }

  @Test
  void aClassThatWasMovedElsewhereIsStillOne() {
    assertThat(Weaver.weave(provider("shaded/acme/MySseServerTransportProvider", "sessions")))
        .isPresent();
  }

  @Test
  void aServletWithAServiceOfItsOwnIsLeftAlone() {
    byte[] own =
        provider(
            "com/example/MySseServerTransportProvider",
            "sessions",
            "service",
            "(Ljakarta/servlet/http/HttpServletRequest;Ljakarta/servlet/http/HttpServletResponse;)V");
    assertThat(Weaver.weave(own)).isEmpty();
  }

  @Test
  void aClientsTransportIsLeftAlone() {
    assertThat(Weaver.concerns("io/modelcontextprotocol/client/HttpClientSseClientTransport"))
        .isFalse();
    assertThat(Weaver.concerns(null)).isFalse();
  }

  @Test
  void whatIsNoClassFileIsRefused() {
    assertThatThrownBy(() -> Weaver.weave(new byte[] {1, 2, 3, 4}))
        .isInstanceOf(RuntimeException.class);
  }

  /** A servlet with what makes a provider, but for the field's name. */
  private static byte[] provider(String name, String sessions, String... more) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "jakarta/servlet/http/HttpServlet", null);
    writer.visitField(Opcodes.ACC_PRIVATE, sessions, "Ljava/util/Map;", null, null);
    for (String field : List.of("sseEndpoint", "messageEndpoint")) {
      writer.visitField(Opcodes.ACC_PRIVATE, field, "Ljava/lang/String;", null, null);
    }
    writer.visitField(Opcodes.ACC_PRIVATE, "jsonMapper", "Ljava/lang/Object;", null, null);
    method(writer, "setSessionFactory", FACTORY);
    if (more.length > 0) {
      method(writer, more[0], more[1]);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void method(ClassWriter writer, String name, String descriptor) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    code.visitCode();
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 3);
    code.visitEnd();
  }

  private static Set<String> methods(byte[] classFile) {
    Set<String> methods = new TreeSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                methods.add(name + descriptor);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return methods;
  }
}
