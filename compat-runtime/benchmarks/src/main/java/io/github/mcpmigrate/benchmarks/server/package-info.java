/** The contenders that run in Tomcat, each in a JVM of its own. */
package io.github.mcpmigrate.benchmarks.server;
