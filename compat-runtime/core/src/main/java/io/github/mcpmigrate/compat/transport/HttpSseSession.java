package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Audience;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Conversation;
import io.github.mcpmigrate.compat.conversation.Refusal;
import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.conversation.Route;
import io.github.mcpmigrate.compat.conversation.Session;
import io.github.mcpmigrate.compat.flow.Lane;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.usage.LegacyUsage;
import io.github.mcpmigrate.compat.usage.Traffic;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP+SSE client: one lane takes everything, and the session lives as long as its wire. */
final class HttpSseSession extends Session implements Audience, Route, Lane.Observer {

  private static final Logger LOG = LoggerFactory.getLogger(HttpSseSession.class);

  private final Conversation conversation;
  private final Lane lane;
  private final BiConsumer<HttpSseSession, String> closer;
  private final Traffic traffic;

  private final boolean sendsVersion;

  /** Set once, before the client learns of the session. */
  private volatile LegacyUsage.Session usage;

  /**
   * @param sendsVersion whether the client opened it with {@code MCP-Protocol-Version}
   * @param closer closes the session in its table, with a reason
   */
  HttpSseSession(
      Caller owner,
      boolean sendsVersion,
      Traffic traffic,
      Function<Audience, Conversation> conversations,
      Function<Lane.Observer, Lane> lanes,
      BiConsumer<HttpSseSession, String> closer) {
    super(owner.principal());
    this.sendsVersion = sendsVersion;
    this.traffic = traffic;
    this.closer = closer;
    lane = lanes.apply(this);
    conversation = conversations.apply(this);
  }

  @Override
  public Conversation conversation() {
    return conversation;
  }

  Lane lane() {
    return lane;
  }

  private boolean sendsVersion() {
    return sendsVersion;
  }

  LegacyUsage.Session usage() {
    return usage;
  }

  void recordedAs(LegacyUsage.Session record) {
    usage = record;
  }

  void send(Envelope message) {
    lane.append(message.toBytes());
  }

  @Override
  public void event(Envelope notification) {
    send(notification);
  }

  @Override
  public void ask(Envelope request) {
    send(request);
  }

  @Override
  public void done(String method, Envelope response) {
    send(Dialect.of(conversation.version(), this::sendsVersion).toWire(method, response));
  }

  @Override
  public void cancelled() {
    // A cancelled request is not answered, and the stream is not its own to end.
  }

  @Override
  public void refused(Refusal refusal, Envelope error) {
    traffic.refused();
    send(error);
  }

  @Override
  public void unrelated(Envelope message) {
    send(message);
  }

  @Override
  public Room room() {
    return new LaneRoom(lane);
  }

  @Override
  public void closed(String reason) {
    closer.accept(this, reason);
  }

  @Override
  public void wireLost(Lane lost, Throwable cause) {
    LOG.debug("HTTP+SSE session {} lost its stream", id(), cause);
    closer.accept(this, "The client closed the stream");
  }

  @Override
  public void dropped(Lane full, long messages) {
    traffic.dropped(messages);
    LOG.warn("HTTP+SSE session {} lost {} messages: its client reads too slowly", id(), messages);
  }

  @Override
  protected boolean hasOpenStream() {
    return lane.attached();
  }

  @Override
  protected void onClose(String reason) {
    // In this order: calls that still run are answered on the stream before it ends.
    conversation.close(reason);
    lane.end();
  }
}
