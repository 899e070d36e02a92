/**
 * What the recipes for clients in code have in common, whichever library these are of: whom a URL
 * leads to, what it becomes, and what there is to say of it.
 */
package io.github.mcpmigrate.recipes.client;
