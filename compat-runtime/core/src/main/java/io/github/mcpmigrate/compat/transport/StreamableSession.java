package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Audience;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Conversation;
import io.github.mcpmigrate.compat.conversation.Ids;
import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.conversation.Session;
import io.github.mcpmigrate.compat.flow.Lane;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.usage.Traffic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Streamable HTTP client: a listening lane for what belongs to no request, and a lane for each
 * request whose answer became a stream. A lost wire takes no lane with it.
 */
final class StreamableSession extends Session implements Audience, Lane.Observer {

  private static final Logger LOG = LoggerFactory.getLogger(StreamableSession.class);

  /** How many streams that have ended are kept for a client that missed their end. */
  private static final int KEPT_LANES = 16;

  private final Traffic traffic;
  private final Conversation conversation;
  private final BiFunction<String, Lane.Observer, Lane> lanes;
  private final BiConsumer<StreamableSession, String> closer;
  private final AtomicLong lost = new AtomicLong();
  private final Lane listening;
  private final Map<String, Lane> callLanes = new ConcurrentHashMap<>(4);
  private final Deque<Lane> ended = new ArrayDeque<>(4);

  StreamableSession(
      Caller owner,
      Traffic traffic,
      Function<Audience, Conversation> conversations,
      BiFunction<String, Lane.Observer, Lane> lanes,
      BiConsumer<StreamableSession, String> closer) {
    super(owner.principal());
    this.traffic = traffic;
    this.lanes = lanes;
    this.closer = closer;
    listening = lanes.apply(Ids.next(), this);
    conversation = conversations.apply(this);
  }

  @Override
  public Conversation conversation() {
    return conversation;
  }

  Traffic traffic() {
    return traffic;
  }

  Lane listening() {
    return listening;
  }

  /** A lane for one request, which clients can resume by its event ids. */
  Lane openLane() {
    Lane lane = lanes.apply(Ids.next(), this);
    callLanes.put(lane.id(), lane);
    return lane;
  }

  /** The answer is on the lane; it stays resumable until enough others have ended after it. */
  void endLane(Lane lane) {
    lane.end();
    synchronized (ended) {
      ended.addLast(lane);
      if (ended.size() > KEPT_LANES) {
        callLanes.remove(ended.pollFirst().id());
      }
    }
  }

  /** The lane of this session with that id, or null. */
  Lane lane(String id) {
    return listening.id().equals(id) ? listening : callLanes.get(id);
  }

  @Override
  public void unrelated(Envelope message) {
    listening.append(message.toBytes());
  }

  @Override
  public Room room() {
    return new LaneRoom(listening);
  }

  @Override
  public void closed(String reason) {
    closer.accept(this, reason);
  }

  @Override
  public void wireLost(Lane lane, Throwable cause) {
    LOG.debug("Session {} lost the wire of a stream; it can be resumed", id(), cause);
  }

  @Override
  public void dropped(Lane lane, long messages) {
    traffic.dropped(messages);
    long total = lost.addAndGet(messages);
    // Once for each doubling: a tool that has much to say must not fill the log as well.
    if (Long.highestOneBit(total) != Long.highestOneBit(total - messages)) {
      LOG.warn(
          "Session {} has lost {} messages so far: its client reads too slowly, or does not listen",
          id(),
          total);
    }
  }

  @Override
  protected boolean hasOpenStream() {
    return listening.attached() || callLanes.values().stream().anyMatch(Lane::attached);
  }

  @Override
  protected void onClose(String reason) {
    conversation.close(reason);
    listening.end();
    callLanes.values().forEach(Lane::end);
  }
}
