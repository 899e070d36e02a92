package io.github.mcpmigrate.compat.weave.archive;

/** Nothing was written; the message says why and what to do. */
public final class TransformException extends Exception {

  private static final long serialVersionUID = 1L;

  TransformException(String message) {
    super(message);
  }

  TransformException(String message, Throwable cause) {
    super(message, cause);
  }
}
