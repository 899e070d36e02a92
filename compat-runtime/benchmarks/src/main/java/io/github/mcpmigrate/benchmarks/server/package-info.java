/** The contenders that run in a servlet container, each in a JVM of its own. */
package io.github.mcpmigrate.benchmarks.server;
