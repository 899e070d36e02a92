/**
 * Real clients and the official suite against the everything server, which is started as a process
 * of its own on a free port.
 */
package io.github.mcpmigrate.samples.interop;
