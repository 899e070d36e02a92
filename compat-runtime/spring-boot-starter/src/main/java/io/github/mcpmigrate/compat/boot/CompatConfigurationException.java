package io.github.mcpmigrate.compat.boot;

/** The configuration cannot mean what it says. The message says why, the action what to write. */
public final class CompatConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String action;

  CompatConfigurationException(String problem, String action) {
    super(problem);
    this.action = action;
  }

  CompatConfigurationException(String problem, String action, Throwable cause) {
    super(problem, cause);
    this.action = action;
  }

  /** What to write instead. */
  public String action() {
    return action;
  }
}
