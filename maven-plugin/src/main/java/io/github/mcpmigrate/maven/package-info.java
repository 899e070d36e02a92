/**
 * The goals. A mojo takes the parameters and a task without Maven types does the work. For {@code
 * migrate} OpenRewrite's own plugin parses and edits; {@code assess} reads files by itself, in
 * {@link io.github.mcpmigrate.maven.inventory}. What both find has the form of {@link
 * io.github.mcpmigrate.maven.report}. {@code verify} asks a running server, in {@link
 * io.github.mcpmigrate.maven.verify}.
 */
package io.github.mcpmigrate.maven;
