/** What the wars consist of; the tests themselves never load it. */
package io.github.mcpmigrate.compat.homes.war;
