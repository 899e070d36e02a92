/**
 * The recipes that users name. Each is a class because it has options to hand on; what it is made
 * of is in the packages below {@code recipes} and, where no option is needed, in {@code
 * META-INF/rewrite/*.yml}.
 */
package io.github.mcpmigrate;
