package io.github.mcpmigrate.compat.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.weave.Finding.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** What is said of classes that are not woven. */
class ExaminationTest {

  private static final String HOME = "io/modelcontextprotocol/server/transport/";
  private static final String PARENT = HOME + "HttpServletSseServerTransportProvider";

  private static byte[] sdk(String jar, String name) throws Exception {
    try (ZipFile zip = new ZipFile(Path.of(System.getProperty("sdk-jars"), jar).toFile())) {
      return zip.getInputStream(new ZipEntry(HOME + name + ".class")).readAllBytes();
    }
  }

  private static byte[] subclass(String name, String parent, String... methods) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
    for (String method : methods) {
      int at = method.indexOf('(');
      writer
          .visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE,
              method.substring(0, at),
              method.substring(at),
              null,
              null)
          .visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** A class as a shaded jar has it. */
  private static byte[] moved(byte[] classFile, String... prefixes) {
    ClassWriter writer = new ClassWriter(0);
    Remapper moving =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            for (String prefix : prefixes) {
              if (name.startsWith(prefix)) {
                return "acme/" + name;
              }
            }
            return name;
          }
        };
    new ClassReader(classFile).accept(new ClassRemapper(writer, moving), 0);
    return writer.toByteArray();
  }

  private static void assertStays(byte[] classFile, String reason) {
    Finding finding = Weaver.examine(classFile);
    assertThat(finding.kind()).isEqualTo(Kind.STAYS);
    assertThat(finding.text()).contains(reason);
  }

  @Test
  void providersAreDescribed() throws Exception {
    Map<String, String> described =
        Map.of(
            "mcp-0.10.0.jar HttpServlet", "servlet, SDK 0.8 to 0.12",
            "mcp-core-2.1.0.jar HttpServlet", "servlet, SDK 0.13 or newer",
            "mcp-spring-webmvc-0.8.1.jar WebMvc", "WebMvc, SDK 0.8 to 0.12",
            "mcp-spring-webflux-0.17.2.jar WebFlux", "WebFlux, SDK 0.13 or newer");
    for (Map.Entry<String, String> each : described.entrySet()) {
      String[] provider = each.getKey().split(" ");
      Finding finding =
          Weaver.examine(sdk(provider[0], provider[1] + "SseServerTransportProvider"));
      assertThat(finding.kind()).isEqualTo(Kind.PROVIDER);
      assertThat(finding.text()).as(each.getKey()).isEqualTo(each.getValue());
    }
  }

  @Test
  void aTransportOfSdk07() throws Exception {
    assertStays(sdk("mcp-0.8.1.jar", "HttpServletSseServerTransport"), "transport of SDK 0.7");
  }

  @Test
  void anSdkThatWasMovedWithWhatItStandsOn() throws Exception {
    byte[] provider = sdk("mcp-core-0.17.2.jar", "HttpServletSseServerTransportProvider");
    assertStays(
        moved(provider, "io/modelcontextprotocol/"), "it uses acme.io.modelcontextprotocol");
    assertStays(moved(provider, "reactor/"), "it uses acme.reactor.core.publisher.Mono");
    assertStays(moved(provider, "jakarta/"), "it uses acme.jakarta.servlet.http.HttpServlet");
    assertStays(
        moved(sdk("mcp-0.10.0.jar", "HttpServletSseServerTransportProvider"), "com/fasterxml/"),
        "it uses acme.com.fasterxml.jackson.databind.ObjectMapper");
    assertStays(
        moved(
            sdk("mcp-spring-webmvc-0.10.0.jar", "WebMvcSseServerTransportProvider"),
            "org/springframework/"),
        "it uses acme.org.springframework.web.servlet.function.RouterFunction");
  }

  @Test
  void aServletOfJavax() throws Exception {
    byte[] provider = sdk("mcp-core-0.17.2.jar", "HttpServletSseServerTransportProvider");
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(provider)
        .accept(
            new ClassRemapper(
                writer,
                new Remapper(Opcodes.ASM9) {
                  @Override
                  public String map(String name) {
                    return name.replaceFirst("^jakarta/servlet/", "javax/servlet/");
                  }
                }),
            0);
    assertStays(writer.toByteArray(), "javax.servlet");
  }

  @Test
  void subclassesThatStandBeforeWhatIsWoven() {
    assertStays(
        subclass(
            "a/B",
            PARENT,
            "service(Ljakarta/servlet/http/HttpServletRequest;Ljakarta/servlet/http/HttpServletResponse;)V"),
        "overrides service()");
    assertStays(
        subclass(
            "a/B",
            PARENT,
            "doPost(Ljakarta/servlet/http/HttpServletRequest;Ljakarta/servlet/http/HttpServletResponse;)V"),
        "overrides doPost() of the SDK's provider");
    assertStays(
        subclass(
            "a/B",
            HOME + "WebMvcSseServerTransportProvider",
            "getRouterFunction()Lorg/springframework/web/servlet/function/RouterFunction;"),
        "overrides getRouterFunction()");
  }

  @Test
  void ofNoConcern() throws Exception {
    for (byte[] other :
        new byte[][] {
          subclass("a/B", PARENT, "close()V"),
          subclass("a/MySseServerTransportProvider", PARENT, "close()V"),
          subclass("a/UsesSseServerTransport", "java/lang/Object"),
          Files.readAllBytes(Path.of(System.getProperty("sdk-jars"), "mcp-0.10.0.jar")),
          new byte[0]
        }) {
      Finding finding = Weaver.examine(other);
      assertThat(finding.kind() == Kind.OTHER || finding.text().equals("is no class file"))
          .as(finding.toString())
          .isTrue();
    }
  }
}
