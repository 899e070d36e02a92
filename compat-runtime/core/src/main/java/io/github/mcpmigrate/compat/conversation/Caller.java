package io.github.mcpmigrate.compat.conversation;

/**
 * Who sent a message, captured at the door while the HTTP request is there, and carried with the
 * call from then on.
 *
 * @param principal the authenticated user's name, or null when nobody is authenticated; never a
 *     token
 * @param context what the backend wants to know of the HTTP request, opaque to the engine; may be
 *     null
 */
public record Caller(String principal, Object context) {

  /** A caller of whom nothing is known. */
  public static final Caller ANONYMOUS = new Caller(null, null);

  @Override
  public String toString() {
    return "Caller[" + principal + "]";
  }
}
