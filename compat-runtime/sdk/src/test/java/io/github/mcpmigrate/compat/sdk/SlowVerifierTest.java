package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.authorization.Authorization;
import io.github.mcpmigrate.compat.authorization.Grant;
import io.github.mcpmigrate.compat.authorization.ProtectedResource;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A verifier that does not say whether a token is good. */
class SlowVerifierTest {

  private static final String RESOURCE = "https://mcp.example.org/mcp";

  private final CompletableFuture<Optional<Grant>> verdict = new CompletableFuture<>();

  @ParameterizedTest
  @EnumSource(Door.class)
  void aTokenThatIsNotCheckedInTimeIsAnsweredAllTheSame(Door door) throws Exception {
    try (TestServer server =
        TestServer.start(
            door,
            options ->
                options.authorization(
                    new Authorization(
                        ProtectedResource.of(RESOURCE, "https://login.example.org"),
                        this::verify,
                        Duration.ofMillis(200))))) {
      Answer answer = initialize(server, "slow");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text()).contains("cannot be checked now");
      verdict.complete(grant());
      assertThat(initialize(server, "ann").status()).isEqualTo(200);
      assertThat(server.sessions).as("what comes too late opens no session").hasSize(1);
    }
  }

  private CompletionStage<Optional<Grant>> verify(String token) {
    return token.equals("slow") ? verdict : CompletableFuture.completedFuture(grant());
  }

  private static Optional<Grant> grant() {
    return Optional.of(new Grant("ann", Set.of(), Set.of(RESOURCE)));
  }

  private static Answer initialize(TestServer server, String token) throws Exception {
    return new RawHttp(server.port())
        .post(
            "/mcp", RawClient.INITIALIZE.formatted("2025-11-25"), "Authorization: Bearer " + token);
  }
}
