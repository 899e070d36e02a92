package io.github.mcpmigrate.compat.flow;

import java.time.Duration;

/**
 * How the lanes of one kind behave.
 *
 * @param replay whether messages keep an id and stay in the log after they were sent, so that a
 *     client can resume; without it they leave the log when a wire takes them
 * @param keepAlive how often a comment is sent on a wire that has nothing else to send
 * @param stallLimit for how long a wire may take nothing before it is given up
 * @param room how many bytes may wait for a wire before senders are asked to wait, too
 * @param timers the engine's clock
 */
public record LaneRules(
    boolean replay, Duration keepAlive, Duration stallLimit, long room, Timers timers) {}
