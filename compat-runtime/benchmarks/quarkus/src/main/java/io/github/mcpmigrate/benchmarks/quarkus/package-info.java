/** The contender on Quarkus MCP. */
package io.github.mcpmigrate.benchmarks.quarkus;
