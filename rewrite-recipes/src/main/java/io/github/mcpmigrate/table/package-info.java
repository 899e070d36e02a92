/** Data tables, exported as CSV by {@code -Drewrite.exportDatatables=true}. */
package io.github.mcpmigrate.table;
