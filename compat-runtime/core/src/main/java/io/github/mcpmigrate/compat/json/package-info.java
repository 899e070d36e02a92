/**
 * JSON-RPC messages as the engine sees them: an envelope that is read, and a payload that is passed
 * on byte by byte.
 */
package io.github.mcpmigrate.compat.json;
