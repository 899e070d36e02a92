package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;

/**
 * The server's side of one conversation. No method blocks, unless the server was told to work on
 * the thread that a request came with.
 */
public interface Peer {

  /** The server's {@code InitializeResult}. */
  Json initializeResult();

  /** Takes a request to the server, which answers through the call, exactly once. */
  void call(Call call);

  /** Takes a notification to the server. */
  void notice(Envelope notification, Caller caller);

  /** Takes the client's answer to something the server asked. */
  void answer(Ask ask, Envelope response);

  /** Stops a running call where that can be done; nothing the server still says of it counts. */
  void cancel(Call call, String reason);

  /** Ends the conversation. */
  void close();
}
