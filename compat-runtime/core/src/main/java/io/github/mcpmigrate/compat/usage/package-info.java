/** Who still uses HTTP+SSE: what an owner must know before it is switched off. */
package io.github.mcpmigrate.compat.usage;
