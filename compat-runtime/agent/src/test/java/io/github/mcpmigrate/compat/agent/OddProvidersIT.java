package io.github.mcpmigrate.compat.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Providers that are not as the SDK has made them: it is said once, and nothing is stopped. */
class OddProvidersIT {

  private static final String SDK = "io.modelcontextprotocol.";
  private static final String PROVIDER =
      SDK + "server.transport.HttpServletSseServerTransportProvider";

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path folder;
  private LegacyStack.Running running;
  private String sdk = "sdk-0.10";
  private String[] mappings = {LegacyStack.SSE, LegacyStack.MESSAGE};
  private String path = LegacyStack.SSE;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() throws Exception {
    System.setErr(standardError);
    standardError.print(said.toString(StandardCharsets.UTF_8));
    if (running != null) {
      running.close();
    }
  }

  @Test
  void anSdkThatWasMovedServesHttpSse() throws Exception {
    serve(new SdkLoader("acme."), "acme." + PROVIDER);
    assertThat(stream()).isEqualTo(200);
    assertThat(post()).isEqualTo(404);
    assertThat(said("acme." + PROVIDER)).singleElement().asString().contains("was relocated");
  }

  @Test
  void aServiceOfItsOwnDecidesWhatIsServed() throws Exception {
    serve(
        subclass(
            """
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
              if (request.getHeader("X-Key") == null) {
                response.setStatus(401);
              } else {
                super.service(request, response);
              }
            }
            """),
        "odd.Own");
    assertThat(stream("X-Key", "some")).isEqualTo(200);
    assertThat(post()).isEqualTo(401);
    assertThat(post("X-Key", "some")).isEqualTo(200);
    assertThat(said("odd.Own")).singleElement().asString().contains("overrides service()");
  }

  @Test
  void whatADoPostMayCheckIsNotPassedBy() throws Exception {
    serve(
        subclass(
            """
            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
              if (request.getHeader("X-Key") == null) {
                response.setStatus(401);
              } else {
                super.doPost(request, response);
              }
            }
            """),
        "odd.Own");
    assertThat(stream()).isEqualTo(200);
    assertThat(post()).isEqualTo(401);
    assertThat(post("X-Key", "some")).isEqualTo(404);
    assertThat(said("odd.Own")).singleElement().asString().contains("overrides doPost()");
  }

  @Test
  void aPathThatOnlyEndsOnTheEndpointIsServedWhereHttpSseIs() throws Exception {
    sdk = "sdk-0.8";
    mappings = new String[] {"/*"};
    serve(new SdkLoader(""), PROVIDER);
    assertThat(stream()).isEqualTo(200);
    assertThat(post()).isEqualTo(200);
    path = "/public" + LegacyStack.SSE;
    assertThat(stream()).isEqualTo(404);
    assertThat(post()).isEqualTo(404);
    running.close();
    sdk = "sdk-0.10";
    path = LegacyStack.SSE;
    serve(new SdkLoader(""), PROVIDER);
    assertThat(post()).isEqualTo(200);
    path = "/public" + LegacyStack.SSE;
    assertThat(stream()).isEqualTo(200);
    assertThat(post()).isEqualTo(200);
  }

  @Test
  void aSubclassThatChangesNothingIsServed() throws Exception {
    serve(subclass(""), "odd.Own");
    assertThat(stream()).isEqualTo(200);
    assertThat(post()).isEqualTo(200);
    assertThat(said("odd.Own")).isEmpty();
  }

  /** Starts a server on the provider. */
  private void serve(ClassLoader loader, String name) throws Exception {
    Object provider =
        name.endsWith("Own")
            ? loader.loadClass(name).getConstructor().newInstance()
            : loader
                .loadClass(name)
                .getConstructor(ObjectMapper.class, String.class, String.class)
                .newInstance(new ObjectMapper(), LegacyStack.MESSAGE, LegacyStack.SSE);
    String home = name.startsWith("acme.") ? "acme." + SDK : SDK;
    Class<?> type = loader.loadClass(home + "spec.McpServerTransportProvider");
    Object server =
        loader.loadClass(home + "server.McpServer").getMethod("sync", type).invoke(null, provider);
    Class<?> specification = loader.loadClass(home + "server.McpServer$SyncSpecification");
    specification.getMethod("build").invoke(server);
    running = LegacyStack.tomcat((HttpServlet) provider, mappings);
  }

  private ClassLoader subclass(String members) throws IOException {
    Path source = folder.resolve("Own.java");
    Files.writeString(
        source,
        """
        package odd;

        import jakarta.servlet.ServletException;
        import jakarta.servlet.http.HttpServletRequest;
        import jakarta.servlet.http.HttpServletResponse;
        import java.io.IOException;

        public class Own
            extends %s {
          public Own() {
            super(new com.fasterxml.jackson.databind.ObjectMapper(), "%s", "%s");
          }
        %s
        }
        """
            .formatted(PROVIDER, LegacyStack.MESSAGE, LegacyStack.SSE, members));
    String classPath =
        System.getProperty("sdk-0.10")
            + System.getProperty("path.separator")
            + System.getProperty("java.class.path");
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                errors,
                "-proc:none",
                "-classpath",
                classPath,
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    return new SdkLoader("");
  }

  private List<String> said(String subject) {
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(subject) && line.matches(".*(MCP compat|WARN).*"))
        .toList();
  }

  private int stream(String... headers) throws Exception {
    HttpResponse<Stream<String>> stream =
        http.send(
            request(headers).header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofLines());
    stream.body().close();
    return stream.statusCode();
  }

  private int post(String... headers) throws Exception {
    return http.send(
            request(headers)
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{\
                        "protocolVersion":"2025-06-18","capabilities":{},\
                        "clientInfo":{"name":"by hand","version":"1"}}}"""))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private HttpRequest.Builder request(String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(running.base() + path)).timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  /** Has an old SDK from its jar in place of the test's own, moved as a shaded jar has it. */
  private final class SdkLoader extends ClassLoader {

    private final String moved;

    SdkLoader(String moved) {
      super(OddProvidersIT.class.getClassLoader());
      this.moved = moved;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith(moved + SDK) && !name.startsWith("odd.")) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try {
        byte[] classFile =
            name.startsWith("odd.")
                ? Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class"))
                : move(read(name.substring(moved.length())));
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    private byte[] read(String name) throws IOException {
      try (ZipFile jar = new ZipFile(System.getProperty(sdk))) {
        ZipEntry entry = jar.getEntry(name.replace('.', '/') + ".class");
        if (entry == null) {
          throw new IOException("not in this SDK");
        }
        return jar.getInputStream(entry).readAllBytes();
      }
    }

    private byte[] move(byte[] classFile) {
      String to = moved.replace('.', '/');
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(classFile)
          .accept(
              new ClassRemapper(
                  writer,
                  new Remapper(Opcodes.ASM9) {
                    @Override
                    public String map(String name) {
                      return name.startsWith("io/modelcontextprotocol/") ? to + name : name;
                    }
                  }),
              0);
      return writer.toByteArray();
    }
  }
}
