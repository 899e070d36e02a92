/**
 * The engine put to a server that was built on one of the SDK's HTTP+SSE providers: its session
 * factory is the backend, its own SSE endpoint the way in. Loaded beside the SDK, out of the
 * application's sight.
 */
package io.github.mcpmigrate.compat.graft;
