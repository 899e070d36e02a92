/** The transports that the server can be put behind. */
package io.github.mcpmigrate.samples.everything.provider;
