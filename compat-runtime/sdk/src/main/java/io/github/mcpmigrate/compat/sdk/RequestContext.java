package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What a request on a reactive web stack was extracted, and the Reactor context it came in: there
 * an asynchronous handler finds the security context, as behind the SDK's own transport.
 */
record RequestContext(McpTransportContext extracted, ContextView reactor)
    implements McpTransportContext {

  @Override
  public Object get(String key) {
    return extracted.get(key);
  }

  /** The context in which the server works for a caller. */
  static Context in(Context own, Caller caller, McpTransportContext seen) {
    Context carried =
        caller.context() instanceof RequestContext request ? own.putAll(request.reactor) : own;
    return carried.put(McpTransportContext.KEY, seen);
  }
}
