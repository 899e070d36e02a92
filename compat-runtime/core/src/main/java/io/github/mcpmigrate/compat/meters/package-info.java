/**
 * The usage record as Micrometer meters. The only room that knows Micrometer, which is optional:
 * nothing else refers to it.
 */
package io.github.mcpmigrate.compat.meters;
