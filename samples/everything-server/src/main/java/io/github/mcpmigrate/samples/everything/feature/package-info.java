/**
 * The tools, resources and prompts. Only what SDK lines 0.18, 1.1 and 2.1 have in common is used,
 * so that one set of class files links with each of them.
 */
package io.github.mcpmigrate.samples.everything.feature;
