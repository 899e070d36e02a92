/**
 * Frameworks whose transport is one word in configuration, a URI or a constant: Solon's properties,
 * Apache Camel, Jooby and Spring AI Alibaba. Found and explained, not edited.
 */
package io.github.mcpmigrate.recipes.frameworkkeys;
