/**
 * Reads the command line and loads the server with the SDK line and the container it names. Nothing
 * here may touch the SDK, because which SDK it is gets decided here.
 */
package io.github.mcpmigrate.samples.everything.launch;
