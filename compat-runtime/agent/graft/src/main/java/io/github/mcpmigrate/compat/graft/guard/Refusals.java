package io.github.mcpmigrate.compat.graft.guard;

import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RpcErrors;

/** What callers are told whom the old way's rules would not let in. */
final class Refusals {

  private Refusals() {}

  static Reply of(boolean anonymous) {
    return anonymous
        ? error(401, "Not without authentication: the rules for HTTP+SSE hold here, too")
        : error(403, "Not allowed: the rules for HTTP+SSE hold here, too");
  }

  private static Reply error(int status, String message) {
    return Reply.json(status, Envelope.error(null, RpcErrors.INVALID_REQUEST, message).toBytes());
  }
}
