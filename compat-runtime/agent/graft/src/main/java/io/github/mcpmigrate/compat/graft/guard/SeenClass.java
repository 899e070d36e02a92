package io.github.mcpmigrate.compat.graft.guard;

/** Whether a class is there. */
final class SeenClass {

  private SeenClass() {}

  /** Null when the loader does not see it; it is not initialised. */
  static Class<?> by(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
