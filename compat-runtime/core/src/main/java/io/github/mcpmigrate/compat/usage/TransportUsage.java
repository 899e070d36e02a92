package io.github.mcpmigrate.compat.usage;

import java.time.Instant;

/**
 * What went over one transport since the start.
 *
 * @param openSessions how many sessions are open now
 * @param sessions how many were opened
 * @param calls how many requests clients sent in them, the handshake not counted
 * @param refusals how many sessions and requests were refused for want of room, or because the
 *     server was closing
 * @param droppedMessages how many messages could not be kept for a client that did not read them
 * @param lastSeen when the last session was opened or the last request came; null for never
 */
public record TransportUsage(
    long openSessions,
    long sessions,
    long calls,
    long refusals,
    long droppedMessages,
    Instant lastSeen) {}
