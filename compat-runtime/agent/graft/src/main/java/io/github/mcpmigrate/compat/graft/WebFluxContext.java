package io.github.mcpmigrate.compat.graft;

import reactor.util.context.ContextView;

/**
 * What was captured of a request on WebFlux.
 *
 * @param extracted by the application; may be null
 * @param reactor in which the request came, with the security context for example
 */
record WebFluxContext(Object extracted, ContextView reactor) {}
