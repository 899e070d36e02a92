/** The door for Spring WebFlux: a router function whose answers the engine writes. */
package io.github.mcpmigrate.compat.webflux;
