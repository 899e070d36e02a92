package io.github.mcpmigrate.compat.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.backend.RecordedClient.Stream;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Handshake;
import io.github.mcpmigrate.compat.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcPeerTest {

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final String PROGRESS =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":%s}}";

  /** What handlers of a test were given, {@code initialize} not counted. */
  private final List<String> messages = new CopyOnWriteArrayList<>();

  private static String id(String message) {
    Matcher id = ID.matcher(message);
    return id.find() ? id.group(1) : null;
  }

  private static String result(String message) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id(message) + ",\"result\":{}}";
  }

  private static String notification(String method) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}";
  }

  /** A client of this handler, initialized. */
  private RecordedClient client(JsonRpcHandler handler) {
    RecordedClient client =
        new RecordedClient(
            (message, sender) -> {
              if (message.contains("\"initialize\"")) {
                sender.send(result(message));
              } else {
                messages.add(message);
                handler.handle(message, sender);
              }
            });
    assertThat(client.initialize("2025-06-18")).contains("\"result\"");
    return client;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void eachClientIsAnsweredTheVersionItAsksForWhateverTheServerSays(String version) {
    List<String> asked = new ArrayList<>();
    RecordedClient client =
        new RecordedClient(
            JsonRpcHandler.answering(
                message -> {
                  asked.add(message);
                  return "{\"id\":"
                      + id(message)
                      + ",\"result\":{\"protocolVersion\":\"2024-11-05\"}}";
                }));
    assertThat(client.initialize(version))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":\"open\",\"result\":{\"protocolVersion\":\"%s\"}}"
                .formatted(version));
    assertThat(asked).singleElement().asString().contains("\"protocolVersion\":\"" + version);
  }

  @Test
  void aVersionThatNobodyKnowsIsAnsweredTheNewestByAServerThatEchoes() {
    RecordedClient client =
        new RecordedClient(
            JsonRpcHandler.answering(
                message ->
                    "{\"id\":" + id(message) + ",\"result\":" + message.split("params\":")[1]));
    assertThat(client.initialize("2031-01-01")).contains("\"protocolVersion\":\"2025-11-25\"");
  }

  @Test
  void aServerThatRefusesIsQuotedAndMayBeAskedAgain() {
    AtomicReference<String> error = new AtomicReference<>("{\"code\":-32004.0,\"message\":\"no\"}");
    List<String> closed = new ArrayList<>();
    JsonRpcHandler handler =
        new JsonRpcHandler() {
          @Override
          public void handle(String message, JsonRpcClient client) {
            client.send(
                error.get() == null
                    ? result(message)
                    : "{\"id\":" + id(message) + ",\"error\":" + error.get() + "}");
          }

          @Override
          public void closed(String sessionId) {
            closed.add(sessionId);
          }
        };
    RecordedClient client = new RecordedClient(handler);
    assertThat(client.initialize("2025-06-18")).contains("{\"code\":-32004,\"message\":\"no\"}");
    error.set("\"odd\"");
    assertThat(client.initialize("2025-06-18")).contains("\"code\":-32603");
    error.set(null);
    assertThat(client.initialize("2025-06-18")).contains("\"result\"");
    assertThat(closed).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aServerThatThrowsOrSaysNothingIsNotInitialized() {
    JsonRpcHandler throwing =
        (message, client) -> {
          throw new IllegalStateException("boom");
        };
    assertThat(new RecordedClient(throwing).initialize("2025-06-18"))
        .contains("\"code\":-32603")
        .doesNotContain("boom");
    assertThat(
            new RecordedClient(JsonRpcHandler.answering(message -> null)).initialize("2025-06-18"))
        .contains("The server gave no answer");
    assertThat(
            new RecordedClient(
                    JsonRpcHandler.answering(
                        message -> "{\"id\":" + id(message) + ",\"result\":\"hello\"}"))
                .initialize("2025-06-18"))
        .contains("is no object");
  }

  @Test
  void aServerThatNeverAnswersInitializeIsGivenUp() {
    List<String> closed = new CopyOnWriteArrayList<>();
    JsonRpcHandler silent =
        new JsonRpcHandler() {
          @Override
          public void handle(String message, JsonRpcClient client) {}

          @Override
          public void closed(String sessionId) {
            closed.add(sessionId);
          }
        };
    JsonRpcPeer peer = new JsonRpcPeer(silent, Runnable::run, null, "2025-06-18");
    Handshake handshake = new Handshake("2025-06-18", Json.of("{}"), Caller.ANONYMOUS);
    assertThat(peer.open(handshake, Duration.ofMillis(50)).toCompletableFuture())
        .failsWithin(Duration.ofSeconds(10));
    assertThat(closed).hasSize(1);
  }

  @Test
  void clientsSeeTheirOwnIdsAndServersSmallNumbers() {
    RecordedClient client = client((message, sender) -> sender.send(result(message)));
    assertThat(client.call(7, "a").answer).startsWith("{\"jsonrpc\":\"2.0\",\"id\":7,");
    assertThat(client.call("7", "a").answer).startsWith("{\"jsonrpc\":\"2.0\",\"id\":\"7\",");
    assertThat(messages).extracting(JsonRpcPeerTest::id).containsExactly("2", "3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"%s\",\"result\":{}}",
        "{\"id\":%s.0,\"result\":{}}",
        "{\"id\":%s,\"result\":null,\"error\":null}"
      })
  void anAnswerIsFoundWhateverTheServerMadeOfItsId(String answer) {
    RecordedClient client = client((message, sender) -> sender.send(answer.formatted(id(message))));
    assertThat(client.call("x", "a").answer)
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{}}");
  }

  @Test
  void anErrorWithoutAnIdAnswersTheRequestThatIsHandled() {
    RecordedClient client =
        client((message, sender) -> sender.send("{\"id\":null,\"error\":{\"code\":-32700}}"));
    assertThat(client.call(1, "a").answer)
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32700}}");
    client.notice("notifications/initialized", null);
    assertThat(client.heard).isEmpty();
  }

  @Test
  void onlyTheFirstAnswerCountsAndAStrangersNone() {
    RecordedClient client =
        client(
            (message, sender) -> {
              sender.send("{\"id\":99,\"result\":{\"who\":\"stranger\"}}");
              sender.send("{\"id\":\"abc\",\"result\":{}}");
              sender.send("{\"id\":" + id(message) + ",\"result\":{\"n\":1}}");
              sender.send("{\"id\":" + id(message) + ",\"result\":{\"n\":2}}");
            });
    assertThat(client.call(1, "a").answer).contains("{\"n\":1}");
    assertThat(client.heard).isEmpty();
  }

  @Test
  void whatIsSentDuringARequestByItsThreadBelongsToItEvenThroughAClientKeptFromBefore() {
    AtomicReference<JsonRpcClient> kept = new AtomicReference<>();
    RecordedClient client =
        client(
            (message, sender) -> {
              kept.compareAndSet(null, sender);
              kept.get().send(notification("custom/said"));
              if (id(message) != null) {
                sender.send(result(message));
                sender.send(notification("custom/late"));
              }
            });
    client.notice("notifications/initialized", null);
    assertThat(client.heard).hasSize(1);
    Stream stream = client.call(1, "a");
    assertThat(stream.events).singleElement().asString().contains("custom/said");
    assertThat(client.heard).hasSize(2).last().asString().contains("custom/late");
  }

  @Test
  void anAnswerMayComeLaterFromAnotherThreadWithWhatBelongsToIt() throws Exception {
    AtomicReference<JsonRpcClient> sender = new AtomicReference<>();
    RecordedClient client = client((message, from) -> sender.set(from));
    Stream stream = client.call(1, "a");
    assertThat(stream.answer).isNull();
    CompletableFuture.runAsync(
            () -> {
              sender.get().send(notification("custom/said"));
              sender.get().send(result(messages.get(0)));
              sender.get().send(notification("custom/late"));
            })
        .get(10, TimeUnit.SECONDS);
    assertThat(stream.events).singleElement().asString().contains("custom/said");
    assertThat(stream.answer).contains("\"id\":1");
    assertThat(client.heard).singleElement().asString().contains("custom/late");
  }

  @Test
  void progressBelongsToTheRequestWhoseTokenItNamesAsTheClientWroteIt() {
    AtomicReference<JsonRpcClient> first = new AtomicReference<>();
    RecordedClient client =
        client(
            (message, sender) -> {
              first.compareAndSet(null, sender);
              if (message.contains("\"b\"")) {
                sender.send(PROGRESS.formatted("1.0"));
                sender.send(PROGRESS.formatted("\"two\""));
                sender.send(PROGRESS.formatted("\"nobody's\""));
              }
            });
    Stream one = client.call(1, "a", "{\"_meta\":{\"progressToken\":1}}");
    Stream two = client.call(2, "b", "{\"_meta\":{\"progressToken\":\"two\"}}");
    assertThat(one.events).singleElement().asString().contains("{\"progressToken\":1}");
    assertThat(two.events).hasSize(2).first().asString().contains("{\"progressToken\":\"two\"}");
    first.get().send(PROGRESS.formatted("\"two\""));
    assertThat(two.events).hasSize(3);
  }

  @Test
  void theServersQuestionReachesTheClientAndItsAnswerTheServer() {
    RecordedClient client =
        client(
            (message, sender) -> {
              if (message.contains("\"a\"")) {
                sender.send("{\"jsonrpc\":\"2.0\",\"id\":\"s-1\",\"method\":\"roots/list\"}");
              }
            });
    Stream stream = client.call(1, "a");
    assertThat(stream.asked)
        .singleElement()
        .asString()
        .contains("\"id\":1,\"method\":\"roots/list\"");
    client.answer(1, "{\"roots\":[]}");
    assertThat(messages)
        .last()
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"s-1\",\"result\":{\"roots\":[]}}");
  }

  @Test
  void aClientThatIsNotInitializedCannotBeAsked() {
    List<Throwable> thrown = new ArrayList<>();
    RecordedClient client =
        new RecordedClient(
            (message, sender) -> {
              try {
                sender.send("{\"id\":5,\"method\":\"ping\"}");
              } catch (IllegalStateException e) {
                thrown.add(e);
              }
              sender.send(result(message));
            });
    client.initialize("2025-06-18");
    assertThat(thrown).hasSize(1);
    client.call(1, "a");
    assertThat(thrown).hasSize(1);
  }

  @Test
  void aHandlerThatFailsAnswersAnInternalErrorThatTellsNothing() {
    RecordedClient client =
        client(
            (message, sender) -> {
              if (message.contains("checked")) {
                throw new java.io.IOException("secret");
              }
              sender.send("secret, and no JSON");
            });
    for (String method : List.of("checked", "malformed")) {
      assertThat(client.call(1, method).answer)
          .isEqualTo(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,\"message\":\"Internal error\"}}");
    }
    client.notice("checked", null);
    assertThat(client.heard).isEmpty();
  }

  @Test
  void anErrorOfTheMachineIsAnsweredAndGoesOn() {
    RecordedClient client =
        client(
            (message, sender) -> {
              throw new StackOverflowError();
            });
    Stream stream = client.new Stream();
    assertThatThrownBy(() -> client.call(1, "a", null, stream))
        .isInstanceOf(StackOverflowError.class);
    assertThat(stream.answer).contains("Internal error");
  }

  @Test
  void aCancelledRequestIsTheServersToStop() {
    RecordedClient client = client((message, sender) -> {});
    Stream stream = client.call("mine", "a");
    client.notice("notifications/cancelled", "{\"requestId\":\"mine\",\"reason\":\"enough\"}");
    assertThat(stream.answer).isEqualTo("cancelled");
    assertThat(messages)
        .last()
        .asString()
        .contains("notifications/cancelled", "\"requestId\":2", "\"reason\":\"enough\"");
    client.notice("notifications/cancelled", "{\"requestId\":\"mine\"}");
    assertThat(messages).hasSize(2);
  }

  @Test
  void whatTheExecutorRejectsIsAnswered() {
    List<Runnable> taken = new ArrayList<>();
    RecordedClient client =
        new RecordedClient(
            (message, sender) -> sender.send(result(message)),
            task -> {
              if (!taken.isEmpty()) {
                throw new RejectedExecutionException("full");
              }
              taken.add(task);
              task.run();
            });
    client.initialize("2025-06-18");
    assertThat(client.call(1, "a").answer).contains("too busy");
    client.notice("notifications/initialized", null);
  }

  @Test
  void aSenderWaitsForRoomAndAnAnswerKeepsItsCall() throws Exception {
    RecordedClient client =
        client(
            (message, sender) -> {
              sender.send(notification("custom/said"));
              sender.send(result(message));
            });
    SlowRoom room = new SlowRoom();
    client.room = room;
    Stream stream = client.new Stream();
    CompletableFuture<Void> call =
        CompletableFuture.runAsync(() -> client.call(1, "a", null, stream));
    room.awaitSender();
    assertThat(stream.events).hasSize(1);
    assertThat(call).isNotDone();
    room.next().run();
    call.get(10, TimeUnit.SECONDS);
    assertThat(stream.answer).as("no room for it yet").isNull();
    room.next().run();
    assertThat(stream.answer).contains("\"id\":1");
  }

  @Test
  void theEndIsToldOnceAndWhatIsSentAfterwardsIsDropped() {
    Set<JsonRpcClient> clients = ConcurrentHashMap.newKeySet();
    List<String> closed = new ArrayList<>();
    JsonRpcHandler handler =
        new JsonRpcHandler() {
          @Override
          public void handle(String message, JsonRpcClient client) {
            clients.add(client);
            if (id(message) != null && !message.contains("\"wait\"")) {
              client.send(result(message));
            }
          }

          @Override
          public void closed(String sessionId) {
            closed.add(sessionId);
            throw new IllegalStateException("nobody's business");
          }
        };
    RecordedClient client = new RecordedClient(handler);
    client.initialize("2025-06-18");
    client.call(1, "a");
    Stream waiting = client.call(2, "wait");
    assertThat(clients).as("one for each session").hasSize(1);
    client.close();
    client.close();
    assertThat(waiting.answer).contains("over");
    JsonRpcClient kept = clients.iterator().next();
    assertThat(closed).containsExactly(kept.sessionId());
    kept.send(notification("custom/late"));
    assertThat(client.heard).containsExactly("closed: over");
  }

  @Test
  void theHandlerKnowsWhoSentAMessageAndWhatTheDoorCaptured() {
    List<String> seen = new ArrayList<>();
    RecordedClient client =
        client((message, sender) -> seen.add(sender.principal() + " " + sender.context()));
    client.caller = new Caller("ada", "tenant-1");
    client.call(1, "a");
    client.caller = new Caller(null, "tenant-2");
    client.notice("custom", null);
    assertThat(seen).containsExactly("ada tenant-1", "null tenant-2");
  }

  @Test
  void aDispatchMethodAnswersRequestsAndLeavesNotifications() {
    List<String> sessions = new ArrayList<>();
    RecordedClient client =
        new RecordedClient(
            JsonRpcHandler.answering(
                (message, sessionId) -> {
                  sessions.add(sessionId);
                  return message.contains("\"silent\"") || id(message) == null
                      ? " "
                      : result(message);
                }));
    client.initialize("2025-06-18");
    client.notice("notifications/initialized", null);
    assertThat(client.call(1, "a").answer).contains("\"result\":{}");
    assertThat(client.call(2, "silent").answer).contains("The server gave no answer");
    assertThat(client.heard).isEmpty();
    assertThat(sessions).hasSize(4).containsOnly(sessions.get(0));
  }

  /** Some on the caller's thread, some later on another, each with what it says on the way. */
  @Test
  void manyCallsAtOnceHearNothingOfEachOther() throws Exception {
    ExecutorService later = Executors.newFixedThreadPool(4);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      RecordedClient client =
          client(
              (message, sender) -> {
                Runnable work =
                    () -> {
                      sender.send(notification(method(message)));
                      sender.send(
                          "{\"id\":%s,\"result\":{\"m\":\"%s\"}}"
                              .formatted(id(message), method(message)));
                    };
                if (Integer.parseInt(id(message)) % 2 == 0) {
                  work.run();
                } else {
                  later.execute(work);
                }
              });
      List<Future<Stream>> calls = new ArrayList<>();
      for (int n = 0; n < 8; n++) {
        String caller = "c" + n;
        calls.add(callers.submit(() -> callInTurn(client, caller)));
      }
      for (Future<Stream> call : calls) {
        call.get(20, TimeUnit.SECONDS);
      }
      assertThat(client.heard).isEmpty();
    } finally {
      callers.shutdownNow();
      later.shutdownNow();
    }
  }

  private static Stream callInTurn(RecordedClient client, String caller) throws Exception {
    Stream stream = null;
    for (int i = 0; i < 200; i++) {
      String name = caller + "-" + i;
      stream = client.call(name, name);
      stream.through.await(10, TimeUnit.SECONDS);
      assertThat(stream.answer).contains("\"id\":\"" + name + "\"", "{\"m\":\"" + name + "\"}");
      assertThat(stream.events).containsExactly(notification(name));
    }
    return stream;
  }

  private static String method(String message) {
    return message.replaceAll(".*\"method\":\"([^\"]*)\".*", "$1");
  }
}
