package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;

/** Where a conversation's messages go that belong to no call. Transports implement it. */
public interface Audience {

  /** A notification or a server's request that belongs to no call. */
  void unrelated(Envelope message);

  /** The room on the way to the client for what belongs to no call. */
  Room room();

  /** The conversation is over; the server will say nothing more. */
  void closed(String reason);
}
