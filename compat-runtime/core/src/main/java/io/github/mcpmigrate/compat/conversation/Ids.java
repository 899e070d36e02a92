package io.github.mcpmigrate.compat.conversation;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody can guess: 144 random bits, in characters that URLs and headers take. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new name of 24 characters from {@code [A-Za-z0-9_-]}. */
  public static String next() {
    byte[] bits = new byte[18];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
