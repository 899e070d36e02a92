package io.github.mcpmigrate.compat.usage;

import java.time.Instant;

/**
 * One kind of client that was seen on HTTP+SSE.
 *
 * @param name as it gave itself in {@code initialize}; empty when it never got that far
 * @param version as it gave itself in {@code initialize}
 * @param userAgent the {@code User-Agent} header, empty when there was none
 * @param sessions how many sessions it opened
 * @param calls how many requests it sent in them, the handshake not counted
 */
public record LegacyClient(
    String name,
    String version,
    String userAgent,
    Instant firstSeen,
    Instant lastSeen,
    long sessions,
    long calls) {}
