/** What can be set on the engine. */
package io.github.mcpmigrate.compat.settings;
