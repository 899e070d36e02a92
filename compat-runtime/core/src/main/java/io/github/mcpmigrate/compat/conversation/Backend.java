package io.github.mcpmigrate.compat.conversation;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * An MCP server as the engine sees it, in this process or elsewhere. It never knows who asks over
 * which transport, and never sees an id that a client chose.
 */
public interface Backend {

  /** The protocol versions it can speak, oldest first. */
  List<String> versions();

  /**
   * Opens a conversation of its own for one client.
   *
   * @param voice takes what the server says unasked, from now on
   * @return the peer once the server has answered {@code initialize}; failed with a {@link
   *     RefusedException} when the server refused
   */
  CompletionStage<Peer> connect(Handshake handshake, Voice voice);
}
