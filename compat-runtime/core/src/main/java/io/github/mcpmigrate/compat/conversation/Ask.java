package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;

/**
 * A request of the server to the client: sampling, elicitation, roots, ping.
 *
 * @param serverId the server's own id for it; the client sees another, which the conversation mints
 * @param params may be null
 */
public record Ask(RequestId serverId, String method, Json params) {}
