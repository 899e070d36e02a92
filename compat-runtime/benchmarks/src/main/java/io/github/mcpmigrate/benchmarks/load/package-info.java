/**
 * A small HTTP and MCP client for load: one thread, one selector, hand-made requests. It is not
 * counted in any figure, but it shares the machine with what is measured, so it does little.
 */
package io.github.mcpmigrate.benchmarks.load;
