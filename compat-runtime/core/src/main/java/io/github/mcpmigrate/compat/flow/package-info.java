/**
 * The way back: a lane holds messages in order, its outbox moves them to a wire. Nothing here
 * blocks and nothing holds a thread.
 */
package io.github.mcpmigrate.compat.flow;
