package io.github.mcpmigrate.maven;

/** Why a migration cannot go on, in a sentence that says what to do. */
final class MigrationException extends Exception {

  private static final long serialVersionUID = 1;

  MigrationException(String message) {
    super(message);
  }

  MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
