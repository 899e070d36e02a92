/**
 * Switches the dual transport on in a Spring Boot application, where Spring AI's own transport
 * would be. Spring AI is known here by the names of its keys, beans and auto-configurations alone,
 * which its lines 1.1 and 2.0 share; so one artifact serves both.
 */
package io.github.mcpmigrate.compat.boot;
