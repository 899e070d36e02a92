/**
 * What the small recipes share: options, versions and the catalogue. Recipes are packaged by the
 * library they migrate.
 */
package io.github.mcpmigrate.recipes;
