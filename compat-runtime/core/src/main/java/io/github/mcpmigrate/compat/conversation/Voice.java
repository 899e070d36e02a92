package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;

/** What a server says that belongs to no running call. What belongs to one goes to the call. */
public interface Voice {

  /** A notification. */
  void notice(Envelope notification);

  /** A request to the client. */
  void ask(Ask ask);

  /** The room on the way to the client, for servers that can wait before they say more. */
  Room room();

  /** The server has gone; the conversation is over. */
  void lost(Throwable cause);
}
