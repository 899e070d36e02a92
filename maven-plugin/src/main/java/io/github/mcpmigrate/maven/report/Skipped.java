package io.github.mcpmigrate.maven.report;

/**
 * A file that was not looked into, or not all of it.
 *
 * @param file relative to the folder that was looked at, with slashes
 * @param parseError whether the file is one that should have been understood
 */
public record Skipped(String file, String reason, boolean parseError) {}
