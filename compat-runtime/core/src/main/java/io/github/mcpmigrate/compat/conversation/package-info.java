/**
 * The talk of one client with one server: handshake, calls, questions of the server. It knows
 * neither HTTP nor where the server is; transports and backends meet only through it.
 */
package io.github.mcpmigrate.compat.conversation;
