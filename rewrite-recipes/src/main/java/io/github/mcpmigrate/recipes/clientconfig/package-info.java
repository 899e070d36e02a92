/**
 * The files in which clients such as Claude Code, VS Code or Cursor are told of servers. Each
 * client spells a transport in its own way, so a file is known by its name.
 */
package io.github.mcpmigrate.recipes.clientconfig;
