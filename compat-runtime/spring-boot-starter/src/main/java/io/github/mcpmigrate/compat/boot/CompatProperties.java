package io.github.mcpmigrate.compat.boot;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What Spring AI has no key for. An endpoint, the base URL and the keep-alive interval are taken
 * from the application's {@code spring.ai.mcp.server.*} keys where they are not set here.
 *
 * @param enabled Whether both transports are served. With false, Spring AI's own transport is.
 * @param mcpEndpoint Path of Streamable HTTP. Default is
 *     spring.ai.mcp.server.streamable-http.mcp-endpoint, which is /mcp.
 * @param sseEndpoint Path of the HTTP+SSE event stream. Default is
 *     spring.ai.mcp.server.sse-endpoint, which is /sse.
 * @param messageEndpoint Path that HTTP+SSE clients POST to. Default is
 *     spring.ai.mcp.server.sse-message-endpoint, which is /mcp/message.
 * @param baseUrl What stands before the message endpoint in the endpoint event. Default is
 *     spring.ai.mcp.server.base-url, or the prefix that the request came by.
 * @param sameUrl Whether either URL serves either transport, so that clients can change theirs
 *     without changing their URL.
 * @param allowedOrigins Browser origins admitted besides the server's own; * admits all.
 * @param sunset When HTTP+SSE ends here, as a date (2027-06-30, meaning its first moment in UTC) or
 *     an instant. Clients are told in the Sunset header.
 * @param enforceSunset Whether HTTP+SSE is answered 410 from the sunset on.
 * @param maxBodySize Largest request body; larger ones are answered 413.
 * @param maxSessions How many sessions may be open; further ones are answered 503.
 * @param maxSessionsPerPrincipal How many sessions one authenticated principal may have open.
 * @param maxCalls How many requests of one session may run at a time.
 * @param eventLogSize How many messages each stream keeps for a client that reconnects.
 * @param keepAliveInterval How long a stream may be silent before a comment is sent. Default is the
 *     shorter of Spring AI's two keep-alive-interval keys, or 15s.
 * @param sessionIdleTimeout How long a session without traffic and without an open stream is kept.
 * @param drainTimeout How long calls that run may go on when the application shuts down.
 * @param askTimeout How long a client may leave a question of the server (sampling, elicitation,
 *     roots) unanswered until it is cancelled.
 */
@ConfigurationProperties("mcp.compat")
record CompatProperties(
    @DefaultValue("true") boolean enabled,
    String mcpEndpoint,
    String sseEndpoint,
    String messageEndpoint,
    String baseUrl,
    @DefaultValue("false") boolean sameUrl,
    @DefaultValue List<String> allowedOrigins,
    String sunset,
    @DefaultValue("false") boolean enforceSunset,
    @DefaultValue("16MB") DataSize maxBodySize,
    @DefaultValue("100000") int maxSessions,
    @DefaultValue("1000") int maxSessionsPerPrincipal,
    @DefaultValue("1000") int maxCalls,
    @DefaultValue("256") int eventLogSize,
    Duration keepAliveInterval,
    @DefaultValue("30m") Duration sessionIdleTimeout,
    @DefaultValue("10s") Duration drainTimeout,
    @DefaultValue("1h") Duration askTimeout) {}
