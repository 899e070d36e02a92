package io.github.mcpmigrate.samples.everything.launch;

/** A command line that cannot be served; its message says what would be. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
