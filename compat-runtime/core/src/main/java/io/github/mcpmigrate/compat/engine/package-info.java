/** The engine as a whole: what a door hands its exchanges to. */
package io.github.mcpmigrate.compat.engine;
