package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.conversation.Caller;
import java.util.Objects;

/** The client as it comes with one message. All of one session are equal. */
final class MessageClient implements JsonRpcClient {

  private final JsonRpcPeer peer;
  private final long request;
  private final Caller caller;

  /**
   * @param request the id of the request that the message is, or 0. Not the request itself: a
   *     server may keep this for as long as the session lives
   */
  MessageClient(JsonRpcPeer peer, long request, Caller caller) {
    this.peer = peer;
    this.request = request;
    this.caller = caller;
  }

  @Override
  public String sessionId() {
    return peer.sessionId();
  }

  @Override
  public void send(String message) {
    peer.said(Objects.requireNonNull(message, "message"), request);
  }

  @Override
  public String principal() {
    return caller.principal();
  }

  @Override
  public Object context() {
    return caller.context();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageClient that && peer == that.peer;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(peer);
  }

  @Override
  public String toString() {
    return "JsonRpcClient[" + sessionId() + "]";
  }
}
