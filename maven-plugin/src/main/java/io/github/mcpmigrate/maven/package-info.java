/**
 * The goals. A mojo takes the parameters, a task without Maven types does the work, and
 * OpenRewrite's own plugin parses and edits.
 */
package io.github.mcpmigrate.maven;
