/**
 * What a goal tells: findings, the verdict on top of them, and the forms they are written in. Knows
 * neither Maven nor how a finding was come by.
 */
package io.github.mcpmigrate.maven.report;
