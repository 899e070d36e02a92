package io.github.mcpmigrate.recipes.handwritten;

/**
 * A place with what it is there for.
 *
 * @param isMcp whether somebody takes posts for the stream; else it may be any stream of events
 */
record Finding(Role role, Place place, boolean isMcp) {}
