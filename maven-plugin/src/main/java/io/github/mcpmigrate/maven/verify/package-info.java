/**
 * Asks a running server what it speaks and whether it says the same on every transport. Stands on
 * the JDK and on Jackson's parser alone, so that it runs without Maven too.
 */
package io.github.mcpmigrate.maven.verify;
