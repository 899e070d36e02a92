package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import java.util.Collection;

/**
 * A notification, and the request that it belongs to.
 *
 * @param call null when it belongs to none
 */
record Progress(Envelope notification, RunningCall call) {

  /**
   * Progress belongs to the request that asked for it, and carries the token as the client wrote
   * it; every other notification belongs to the request in whose course it comes.
   *
   * @param around that request, or null
   */
  static Progress of(Envelope notification, RunningCall around, Collection<RunningCall> running) {
    Json params = notification.payload();
    boolean progress = notification.method().equals("notifications/progress") && params != null;
    Json token = progress ? params.member("progressToken") : null;
    if (token == null) {
      return new Progress(notification, around);
    }
    if (around != null && isSame(token, around.progressToken())) {
      return under(around, notification);
    }
    for (RunningCall call : running) {
      if (isSame(token, call.progressToken())) {
        return under(call, notification);
      }
    }
    return new Progress(notification, around);
  }

  private static Progress under(RunningCall call, Envelope notification) {
    Json asked = call.progressToken();
    Json params = notification.payload();
    return params.member("progressToken").equals(asked)
        ? new Progress(notification, call)
        : new Progress(
            Envelope.notification(notification.method(), params.with("progressToken", asked)),
            call);
  }

  /** Servers make a string of a number, and the other way round. */
  private static boolean isSame(Json token, Json asked) {
    return asked != null && plain(token).equals(plain(asked));
  }

  private static String plain(Json token) {
    String text = token.text();
    return text == null ? ServerMessages.whole(token).toString() : text;
  }
}
