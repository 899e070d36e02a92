/** Spring AI: servers and clients that have no transport code, only a starter and configuration. */
package io.github.mcpmigrate.recipes.springai;
