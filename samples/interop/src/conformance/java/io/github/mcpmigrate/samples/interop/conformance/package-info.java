/** The official conformance suite, for tests of this module and of others. */
package io.github.mcpmigrate.samples.interop.conformance;
