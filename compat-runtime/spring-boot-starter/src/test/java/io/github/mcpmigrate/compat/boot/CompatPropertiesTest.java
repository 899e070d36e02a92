package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.json.JsonParserFactory;

/** The keys have the engine's defaults, and an editor that completes them knows them all. */
class CompatPropertiesTest {

  @Test
  void defaultsAreThoseOfTheEngine() {
    CompatProperties properties =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("mcp.compat", CompatProperties.class);
    CompatSettings settings = CompatSettings.builder().build();
    assertThat(properties.sameUrl()).isEqualTo(settings.sameUrl());
    assertThat(properties.allowedOrigins()).isEqualTo(settings.allowedOrigins());
    assertThat(properties.enforceSunset()).isEqualTo(settings.enforceSunset());
    assertThat(properties.maxBodySize().toBytes()).isEqualTo(settings.maxBodySize());
    assertThat(properties.maxSessions()).isEqualTo(settings.maxSessions());
    assertThat(properties.maxSessionsPerPrincipal()).isEqualTo(settings.maxSessionsPerPrincipal());
    assertThat(properties.maxCalls()).isEqualTo(settings.maxCalls());
    assertThat(properties.eventLogSize()).isEqualTo(settings.eventLogSize());
    assertThat(properties.sessionIdleTimeout()).isEqualTo(settings.sessionIdleTimeout());
    assertThat(properties.drainTimeout()).isEqualTo(settings.drainTimeout());
    assertThat(properties.askTimeout()).isEqualTo(settings.askTimeout());
  }

  @Test
  void everyKeyIsDescribedForEditors() throws IOException {
    Map<String, Map<?, ?>> described = described("spring-configuration-metadata.json");
    for (RecordComponent component : CompatProperties.class.getRecordComponents()) {
      String key = "mcp.compat." + dashed(component.getName());
      assertThat(described).containsKey(key);
      assertThat((String) described.get(key).get("description")).as(key).endsWith(".");
    }
    assertThat(described).containsKeys("management.endpoint.mcpcompat.access");
    assertThat(described).containsKeys("management.health.mcpcompat.enabled");
  }

  @Test
  void everyKeyIsInTheGuide() throws IOException {
    String guide = Files.readString(Path.of("../../docs/dual-serving.md"));
    for (RecordComponent component : CompatProperties.class.getRecordComponents()) {
      assertThat(guide).contains('.' + dashed(component.getName()) + '`');
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** By name; the first one of each, which the annotation processor wrote. */
  private static Map<String, Map<?, ?>> described(String file) throws IOException {
    try (InputStream in =
        CompatProperties.class.getClassLoader().getResourceAsStream("META-INF/" + file)) {
      Object properties =
          JsonParserFactory.getJsonParser()
              .parseMap(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .get("properties");
      return ((List<?>) properties)
          .stream()
              .map(each -> (Map<?, ?>) each)
              .collect(
                  Collectors.toMap(
                      each -> (String) each.get("name"), each -> each, (first, second) -> first));
    }
  }
}
