/** Build files. */
package io.github.mcpmigrate.recipes.build;
