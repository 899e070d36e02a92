/** The servlet containers that the server can be run in. */
package io.github.mcpmigrate.samples.everything.container;
