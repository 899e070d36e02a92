/**
 * Weaves files: finds the providers in an archive or folder, however deep, writes a copy with those
 * woven and the runtime beside them, and says what became of each class. Who calls it gives the
 * runtime's files.
 */
package io.github.mcpmigrate.compat.weave.archive;
