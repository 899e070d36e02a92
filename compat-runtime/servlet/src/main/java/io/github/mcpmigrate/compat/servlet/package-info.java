/**
 * The door for Jakarta servlet containers: non-blocking reads and writes, no thread held for an
 * open stream or a running call.
 */
package io.github.mcpmigrate.compat.servlet;
