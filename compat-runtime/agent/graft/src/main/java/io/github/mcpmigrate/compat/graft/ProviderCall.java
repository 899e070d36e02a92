package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.conversation.Call;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.sdk.StoppableWork;

/**
 * One call as the provider's session runs it.
 *
 * @param peer whose call it is: a tool may send to another client, too
 * @param request with the id that the session sees
 */
record ProviderCall(ProviderPeer peer, Call call, Envelope request, StoppableWork work) {}
