/** What the server can listen in: servlet containers, and Netty for WebFlux. */
package io.github.mcpmigrate.samples.everything.container;
