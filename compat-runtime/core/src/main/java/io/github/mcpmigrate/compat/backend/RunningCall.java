package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.conversation.Call;
import io.github.mcpmigrate.compat.json.Json;

/**
 * A request that the server has not answered.
 *
 * @param id under which the server knows it
 * @param call null for {@code initialize}
 */
record RunningCall(JsonRpcPeer peer, long id, Call call) {

  /** Whose request this thread handles, or null. */
  private static final ThreadLocal<RunningCall> CURRENT = new ThreadLocal<>();

  /** The request of that peer's client that this thread handles, or null. */
  static RunningCall current(JsonRpcPeer peer) {
    RunningCall current = CURRENT.get();
    return current != null && current.peer == peer ? current : null;
  }

  /** Handles something on this thread in the course of a request, or of none. */
  static void in(RunningCall call, Runnable handling) {
    RunningCall outer = CURRENT.get();
    set(call);
    try {
      handling.run();
    } finally {
      set(outer);
    }
  }

  private static void set(RunningCall call) {
    if (call == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(call);
    }
  }

  /** The token that the client wants progress under, or null. */
  Json progressToken() {
    Json params = call == null ? null : call.request().payload();
    Json meta = params == null ? null : params.member("_meta");
    return meta == null ? null : meta.member("progressToken");
  }
}
