/**
 * Keeps out who would not have come in by the old way: what guards {@code GET <sse>} and {@code
 * POST <message>} of an application must let a caller through before the engine serves it, whatever
 * it says of the URL that the caller asked for. It only ever refuses.
 */
package io.github.mcpmigrate.compat.graft.guard;
