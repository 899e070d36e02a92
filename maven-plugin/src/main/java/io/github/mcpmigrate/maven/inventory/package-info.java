/**
 * What {@code assess} finds without a build: a walk of a tree, one reader for each kind of file,
 * and the forecast, which weighs what was read in all of them. Readers know one file each and no
 * other.
 */
package io.github.mcpmigrate.maven.inventory;
