package io.github.mcpmigrate.recipes.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample's files, which the integration tests compare with what the recipes make. */
class NginxSyntaxTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "after-dual"})
  void nginxTakesThem(String state) throws Exception {
    Optional<Path> nginx =
        Stream.of("/usr/sbin/nginx", "/usr/local/bin/nginx", "/usr/bin/nginx")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(nginx.isPresent(), "there is no nginx to ask");
    Path file =
        Path.of("../samples/spring-ai-webmvc/" + state + "/nginx/weather.conf")
            .toAbsolutePath()
            .normalize();
    assertThat(file).isRegularFile();
    Path main = folder.resolve("nginx.conf");
    Files.writeString(
        main,
        """
        pid %1$s/nginx.pid;
        events {}
        http {
            access_log off;
            client_body_temp_path %1$s/body;
            proxy_temp_path %1$s/proxy;
            fastcgi_temp_path %1$s/fastcgi;
            uwsgi_temp_path %1$s/uwsgi;
            scgi_temp_path %1$s/scgi;
            include %2$s;
        }
        """
            .formatted(folder, file));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                nginx.get().toString(),
                "-t",
                "-e",
                "stderr",
                "-p",
                folder + "/",
                "-c",
                main.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("test is successful");
  }
}
