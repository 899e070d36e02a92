package io.github.mcpmigrate.maven.verify;

/**
 * An event of an event stream.
 *
 * @param name {@code message} if the stream names none
 * @param data lines joined
 * @param arrived {@link System#nanoTime()} of its last byte
 */
record Event(String name, String data, long arrived) {}
