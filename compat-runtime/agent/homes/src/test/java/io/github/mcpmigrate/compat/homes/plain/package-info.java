/** Programs that run in a JVM of their own, on class paths that the tests choose. */
package io.github.mcpmigrate.compat.homes.plain;
