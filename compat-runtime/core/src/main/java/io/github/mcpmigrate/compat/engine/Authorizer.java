package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.authorization.Authorization;
import io.github.mcpmigrate.compat.authorization.Grant;
import io.github.mcpmigrate.compat.authorization.ProtectedResource;
import io.github.mcpmigrate.compat.authorization.TokenVerifier;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Timers;
import io.github.mcpmigrate.compat.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in who has an access token for this server (specification 2025-11-25, "Authorization"; RFC
 * 6750). Each request is checked by itself; a session never stands in for a token.
 */
final class Authorizer {

  private static final Logger LOG = LoggerFactory.getLogger(Authorizer.class);

  /** RFC 6750, section 2.1. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,16000}=*)");

  private final ProtectedResource resource;
  private final TokenVerifier verifier;
  private final Duration limit;
  private final Timers timers;

  Authorizer(Authorization authorization, Timers timers) {
    resource = authorization.resource();
    verifier = authorization.verifier();
    limit = authorization.limit();
    this.timers = timers;
  }

  /** The metadata of the resource (RFC 9728, section 3.2). */
  Reply metadata() {
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("resource", Json.string(resource.resource()));
    document.put("authorization_servers", strings(resource.authorizationServers()));
    if (!resource.scopes().isEmpty()) {
      document.put("scopes_supported", strings(resource.scopes()));
    }
    document.put("bearer_methods_supported", strings(List.of("header")));
    return Reply.json(200, Json.object(document).toBytes());
  }

  private static Json strings(List<String> values) {
    return Json.array(values.stream().map(Json::string).toList());
  }

  /**
   * Answers the exchange, or hands it on with the caller that its token names.
   *
   * @param next called now or later, on any thread
   */
  void admit(Exchange exchange, Consumer<Exchange> next) {
    List<String> fields = exchange.headers("Authorization");
    if (fields.isEmpty() || !fields.get(0).strip().regionMatches(true, 0, "bearer", 0, 6)) {
      exchange.reply(challenge(401, null));
      return;
    }
    var bearer = BEARER.matcher(fields.get(0).strip());
    if (fields.size() > 1 || !bearer.matches()) {
      exchange.reply(challenge(400, "invalid_request"));
      return;
    }
    CompletableFuture<Optional<Grant>> verdict = verdict(bearer.group(1));
    if (verdict.isDone()) {
      decide(verdict, exchange, next);
    } else {
      decideLater(verdict, exchange, next);
    }
  }

  private void decideLater(
      CompletableFuture<Optional<Grant>> verdict, Exchange exchange, Consumer<Exchange> next) {
    AtomicBoolean decided = new AtomicBoolean();
    Future<?> timer =
        timers.after(
            limit,
            () -> {
              if (decided.compareAndSet(false, true)) {
                LOG.warn("An access token was not checked within {}", limit);
                exchange.reply(unchecked());
              }
            });
    verdict.whenComplete(
        (grant, failure) -> {
          timer.cancel(false);
          if (decided.compareAndSet(false, true)) {
            exchange.later(() -> decide(verdict, exchange, next));
          }
        });
  }

  private CompletableFuture<Optional<Grant>> verdict(String token) {
    try {
      CompletionStage<Optional<Grant>> verdict = verifier.verify(token);
      return verdict.toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void decide(
      CompletableFuture<Optional<Grant>> verdict, Exchange exchange, Consumer<Exchange> next) {
    Optional<Grant> grant;
    try {
      grant = verdict.join();
    } catch (RuntimeException e) {
      // What the verifier says may hold the token.
      LOG.warn("An access token could not be checked: {}", e.getClass().getName());
      LOG.debug("An access token could not be checked", e);
      exchange.reply(unchecked());
      return;
    }
    if (grant.isEmpty() || !grant.get().audience().contains(resource.audience())) {
      exchange.reply(challenge(401, "invalid_token"));
    } else if (!grant.get().scopes().containsAll(resource.scopes())) {
      exchange.reply(challenge(403, "insufficient_scope"));
    } else {
      next.accept(new AuthorizedExchange(exchange, grant.get().principal()));
    }
  }

  private static Reply unchecked() {
    return Reply.text(503, "The access token cannot be checked now\n").with("Retry-After", "5");
  }

  /**
   * @param error an error code of RFC 6750, section 3.1; null when there was no token
   */
  private Reply challenge(int status, String error) {
    StringBuilder challenge = new StringBuilder("Bearer ");
    if (error != null) {
      challenge.append("error=\"").append(error).append("\", ");
    }
    if (!resource.scopes().isEmpty()) {
      challenge.append("scope=\"").append(String.join(" ", resource.scopes())).append("\", ");
    }
    challenge.append("resource_metadata=\"").append(resource.metadataUrl()).append('"');
    String text = status == 403 ? "The token allows too little\n" : "An access token is needed\n";
    return Reply.text(status, text).with("WWW-Authenticate", challenge.toString());
  }
}
