package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server has asked one client and has no answer to yet. */
final class Questions {

  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

  /**
   * @param teller sends the client what concerns the question
   * @param since in nanoseconds
   */
  private record Open(Ask ask, Call call, Consumer<Envelope> teller, long since) {}

  private final int most;

  /** Null until the first question, for most clients are asked nothing. */
  private volatile Map<RequestId, Open> open;

  private final AtomicLong count = new AtomicLong();

  /**
   * @param most how many may be open at the same time
   */
  Questions(int most) {
    this.most = most;
  }

  /**
   * Gives a question the id under which this client, and no other, can answer it, and sends it. A
   * client that leaves too many unanswered is asked nothing more. The ids are numbers from 1, for
   * LangChain4j (1.18) reads any other as 0.
   *
   * @param call the call it belongs to, or null
   * @param sender sends it
   * @param teller sends what concerns it later
   */
  void ask(
      Ask ask,
      Call call,
      Peer peer,
      Negotiated negotiated,
      Consumer<Envelope> sender,
      Consumer<Envelope> teller) {
    Envelope refusal = negotiated.refusal(ask);
    if (refusal == null && open().size() >= most) {
      refusal =
          Envelope.error(null, RpcErrors.INTERNAL_ERROR, "The client leaves too much unanswered");
    }
    if (refusal != null) {
      peer.answer(ask, refusal);
      return;
    }
    RequestId id = RequestId.of(count.incrementAndGet());
    open().put(id, new Open(ask, call, teller, System.nanoTime()));
    sender.accept(Envelope.request(id, ask.method(), ask.params()));
  }

  private Map<RequestId, Open> open() {
    Map<RequestId, Open> made = open;
    if (made == null) {
      synchronized (this) {
        if (open == null) {
          open = new ConcurrentHashMap<>(2);
        }
        made = open;
      }
    }
    return made;
  }

  /** Takes the client's answer; one to something that was not asked is ignored. */
  void answer(Envelope response, Peer peer) {
    RequestId id = response.id();
    Map<RequestId, Open> asked = open;
    Open answered = id == null || asked == null ? null : asked.remove(id);
    if (answered == null) {
      LOG.debug("Answer to {} which was not asked, or answered before", id);
      return;
    }
    peer.answer(answered.ask, response);
  }

  /** Gives up what has been open for longer, and tells both sides. */
  void expire(Duration limit, Peer peer) {
    Map<RequestId, Open> asked = open;
    if (asked == null) {
      return;
    }
    long now = System.nanoTime();
    asked.forEach(
        (id, question) -> {
          if (now - question.since > limit.toNanos() && asked.remove(id, question)) {
            String reason = "No answer within " + limit.toSeconds() + " s";
            question.teller.accept(
                Envelope.notification(
                    "notifications/cancelled",
                    Json.object(
                        Map.of("requestId", Json.of(id.text()), "reason", Json.string(reason)))));
            peer.answer(question.ask, Envelope.error(id, RpcErrors.INTERNAL_ERROR, reason));
          }
        });
  }

  /** The call has ended; nobody waits for the answers to what was asked in its course. */
  void forget(Call call) {
    Map<RequestId, Open> asked = open;
    if (asked != null && !asked.isEmpty()) {
      asked.values().removeIf(question -> question.call == call);
    }
  }

  /** Answers everything that is open with an error. */
  void fail(String reason, Peer peer) {
    Map<RequestId, Open> asked = open;
    if (asked == null) {
      return;
    }
    for (RequestId id : asked.keySet()) {
      Open left = asked.remove(id);
      if (left != null) {
        peer.answer(left.ask, Envelope.error(id, RpcErrors.INTERNAL_ERROR, reason));
      }
    }
  }
}
