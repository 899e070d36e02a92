package io.github.mcpmigrate.maven.verify;

/**
 * A line of the report.
 *
 * @param check its stable name
 * @param where the endpoint, or what was compared
 */
record Row(String check, String where, Finding finding) {}
