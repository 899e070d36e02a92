/**
 * Files of keys and values, whatever framework reads them: documents, what becomes of their keys,
 * and the edit in each format.
 */
package io.github.mcpmigrate.recipes.configuration;
