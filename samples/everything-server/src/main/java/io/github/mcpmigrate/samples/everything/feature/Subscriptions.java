package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpSchema.SubscribeRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Answers {@code resources/subscribe} and tells the subscriber, and nobody else, that {@link
 * #WATCHED} has changed.
 *
 * <p>The SDK has no place for this: 0.18 does not know the method, 1.1 and 2.1 keep the
 * subscription and tell nobody of it. So the handlers go into the table that the SDK's sessions
 * look them up in, which only reflection reaches. Transports see none of it.
 */
public final class Subscriptions {

  /** The resource that changes {@link #DELAY} after a subscription to it. */
  static final String WATCHED = "x://a";

  static final Duration DELAY = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
  private static final String SUBSCRIBE = "resources/subscribe";
  private static final String UNSUBSCRIBE = "resources/unsubscribe";
  private static final String UPDATED = "notifications/resources/updated";

  private final Map<McpSession, String> sessions = Collections.synchronizedMap(new WeakHashMap<>());
  private boolean installed;

  /** To be called for each session when it begins. */
  public void add(McpStreamableServerSession session) {
    add(session, McpStreamableServerSession.class, session.getId());
  }

  /** To be called for each session when it begins. */
  public void add(McpServerSession session) {
    add(session, McpServerSession.class, session.getId());
  }

  /** The session, if it still lives, else {@code null}. */
  public McpSession session(String id) {
    synchronized (sessions) {
      return sessions.entrySet().stream()
          .filter(entry -> entry.getValue().equals(id))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
    }
  }

  private synchronized <S extends McpSession> void add(S session, Class<S> type, String id) {
    sessions.put(session, id);
    if (!installed) {
      // The sessions of one server share the table.
      Map<String, McpRequestHandler<?>> handlers = handlers(session, type);
      handlers.put(SUBSCRIBE, subscribe(handlers.get(SUBSCRIBE)));
      handlers.putIfAbsent(
          UNSUBSCRIBE, (McpRequestHandler<Object>) (exchange, params) -> Mono.just(Map.of()));
      installed = true;
    }
  }

  private McpRequestHandler<Object> subscribe(McpRequestHandler<?> sdk) {
    return (exchange, params) -> {
      Mono<?> answer = sdk == null ? Mono.just(Map.of()) : sdk.handle(exchange, params);
      return answer.<Object>map(result -> result).doOnSuccess(result -> watch(exchange, params));
    };
  }

  private void watch(McpAsyncServerExchange exchange, Object params) {
    String uri = Json.MAPPER.convertValue(params, new TypeRef<SubscribeRequest>() {}).uri();
    McpSession session = session(exchange.sessionId());
    if (WATCHED.equals(uri) && session != null) {
      Mono.delay(DELAY)
          .then(Mono.defer(() -> session.sendNotification(UPDATED, Map.of("uri", uri))))
          .subscribe(
              done -> {},
              error -> LOG.warn("{} was not told of {}", exchange.sessionId(), uri, error));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, McpRequestHandler<?>> handlers(Object session, Class<?> type) {
    try {
      Field field = type.getDeclaredField("requestHandlers");
      field.setAccessible(true);
      return (Map<String, McpRequestHandler<?>>) field.get(session);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This SDK keeps the handlers of "
              + type.getName()
              + " elsewhere: Subscriptions has to follow.",
          e);
    }
  }
}
