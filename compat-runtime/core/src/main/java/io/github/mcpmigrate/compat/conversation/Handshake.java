package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Json;

/**
 * The opening of a conversation.
 *
 * @param version the protocol version offered to the server
 * @param params the client's {@code initialize} params, their {@code protocolVersion} set to that
 *     version
 */
public record Handshake(String version, Json params, Caller caller) {}
