/**
 * Node and the npm packages of this project, for tests in any module: {@code
 * compat-runtime/spring-boot-starter} compiles this folder too.
 */
package io.github.mcpmigrate.samples.interop.node;
