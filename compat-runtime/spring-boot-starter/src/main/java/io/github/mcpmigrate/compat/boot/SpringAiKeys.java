package io.github.mcpmigrate.compat.boot;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * The keys {@code spring.ai.mcp.server.*} that concern the transport; the same in Spring AI 1.1 and
 * 2.0 (their spring-configuration-metadata.json). Texts stay texts here, because Spring AI takes
 * what it does not understand for "not mine" in silence.
 *
 * @param protocol SSE, STREAMABLE or STATELESS, whatever the case; absent means SSE in both lines,
 *     although 2.0 documents STREAMABLE
 */
record SpringAiKeys(
    String protocol,
    @DefaultValue("true") boolean enabled,
    @DefaultValue("false") boolean stdio,
    String baseUrl,
    String sseEndpoint,
    String sseMessageEndpoint,
    Duration keepAliveInterval,
    @DefaultValue StreamableHttp streamableHttp) {

  static final String PREFIX = "spring.ai.mcp.server";

  record StreamableHttp(
      String mcpEndpoint,
      Duration keepAliveInterval,
      @DefaultValue("false") boolean disallowDelete) {}

  static SpringAiKeys of(Environment environment) {
    return Binder.get(environment).bindOrCreate(PREFIX, SpringAiKeys.class);
  }

  /** The shorter of the intervals that are set; null when none is. */
  Duration shortestKeepAlive() {
    return Stream.of(keepAliveInterval, streamableHttp.keepAliveInterval)
        .filter(interval -> interval != null)
        .min(Duration::compareTo)
        .orElse(null);
  }

  /** Whether Spring AI without this starter would serve Streamable HTTP. */
  boolean streamable() {
    return "STREAMABLE".equalsIgnoreCase(protocol);
  }
}
