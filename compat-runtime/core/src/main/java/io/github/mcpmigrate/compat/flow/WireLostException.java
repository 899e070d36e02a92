package io.github.mcpmigrate.compat.flow;

/** Why a wire was given up. Carries no stack trace: it is a reason, not a fault of the code. */
public final class WireLostException extends RuntimeException {

  public WireLostException(String message) {
    super(message, null, true, false);
  }
}
