/** The measurements: who is measured, how often, and what is printed. */
package io.github.mcpmigrate.benchmarks.run;
