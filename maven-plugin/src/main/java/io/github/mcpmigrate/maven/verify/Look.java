package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one URL answers to the openings of each transport.
 *
 * @param post the answer to {@code initialize}
 * @param get the answer to opening an event stream
 * @param endpoints what is spoken there
 */
record Look(URI uri, Said post, Said get, List<Endpoint> endpoints) {

  /** A server's own stream may begin later; whoever speaks otherwise is not waited for longer. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  /**
   * One answer.
   *
   * @param status 0 if none came
   * @param type content type
   * @param allow header Allow
   * @param silent whether the request was taken, and nothing or only the head of a stream came
   * @param words for evidence
   */
  record Said(int status, String type, String allow, boolean silent, String words) {

    static Said of(Answer answer) {
      return new Said(
          answer.status(), answer.contentType(), answer.header("Allow"), false, answer.brief());
    }

    static Said nothing(NoAnswer why) throws NoAnswer {
      if (why.reason() == NoAnswer.Reason.UNREACHABLE) {
        throw why;
      }
      boolean silent = why.reason() == NoAnswer.Reason.SILENT;
      return new Said(0, "", "", silent, why.getMessage());
    }
  }

  /**
   * Looks.
   *
   * @throws NoAnswer if nothing listens
   */
  static Look at(Http http, URI uri) throws NoAnswer, InterruptedException {
    List<Endpoint> found = new ArrayList<>();
    Said post = initialize(http, new Endpoint(Kind.STREAMABLE, uri), found);
    if (!post.silent()) {
      discover(http, new Endpoint(Kind.STATELESS, uri), found);
    }
    boolean speaks = !found.isEmpty();
    Duration patience = speaks && SHORT.compareTo(http.timeout()) < 0 ? SHORT : http.timeout();
    Said get = stream(http, new Endpoint(Kind.HTTP_SSE, uri), found, patience);
    return new Look(uri, post, get, List.copyOf(found));
  }

  boolean speaks(Kind kind) {
    return endpoints.contains(new Endpoint(kind, uri));
  }

  private static Said initialize(Http http, Endpoint endpoint, List<Endpoint> found)
      throws NoAnswer, InterruptedException {
    try (Answer answer = http.post(endpoint.uri(), Map.of(), Messages.initialize(1))) {
      try {
        if (answer.ok()) {
          Map<String, Object> message =
              new Exchange(1, "initialize", reply -> {}).of(answer, http.deadline());
          if (Json.object(message.get("result")).containsKey("protocolVersion")) {
            found.add(endpoint);
          }
        }
      } catch (NoAnswer e) {
        if (e.reason() == NoAnswer.Reason.SILENT) {
          throw e;
        }
        // No MCP: what it is instead is said by its head.
        return Said.of(answer);
      } finally {
        StreamablePeer.end(http, endpoint, answer.header(StreamablePeer.SESSION));
      }
      return Said.of(answer);
    } catch (NoAnswer e) {
      return Said.nothing(e);
    }
  }

  private static void discover(Http http, Endpoint endpoint, List<Endpoint> found)
      throws NoAnswer, InterruptedException {
    Map<String, Object> message =
        Messages.stateless(1, "server/discover", Map.of(), Messages.STATELESS);
    Map<String, String> headers = Messages.headers("server/discover", Map.of(), Messages.STATELESS);
    try (Answer answer = http.post(endpoint.uri(), headers, message)) {
      if (answer.ok()) {
        Object result =
            new Exchange(1, "server/discover", reply -> {})
                .of(answer, http.deadline())
                .get("result");
        if (Json.list(Json.object(result).get("supportedVersions")).contains(Messages.STATELESS)) {
          found.add(endpoint);
        }
      }
    } catch (NoAnswer e) {
      Said.nothing(e);
    }
  }

  private static Said stream(Http http, Endpoint endpoint, List<Endpoint> found, Duration patience)
      throws NoAnswer, InterruptedException {
    try (SseStream stream = SseStream.open(http, endpoint.uri(), Map.of(), patience)) {
      if (stream.endpoint() != null) {
        found.add(endpoint);
      }
      Said head = Said.of(stream.answer());
      return stream.silent()
          ? new Said(
              head.status(),
              head.type(),
              "",
              true,
              "a stream without an event within " + patience.toMillis() / 1000.0 + " s")
          : head;
    } catch (NoAnswer e) {
      return Said.nothing(e);
    }
  }
}
