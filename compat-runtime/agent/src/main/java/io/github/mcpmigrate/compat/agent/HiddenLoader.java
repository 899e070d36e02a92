package io.github.mcpmigrate.compat.agent;

import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;

/**
 * Loads the classes that lie in one folder of this jar, before those of the same name that its
 * parent has; nobody but what it loaded sees them. Their names end on {@code .classdata}, so that
 * nothing which scans a class path takes them for its own.
 */
final class HiddenLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** That of this jar, to which no loader of classes belongs. */
  private static final ProtectionDomain DOMAIN =
      new ProtectionDomain(
          HiddenLoader.class.getProtectionDomain().getCodeSource(),
          HiddenLoader.class.getProtectionDomain().getPermissions());

  private final String folder;

  /**
   * @param folder in this jar, with a slash at both ends
   * @param parent has what is not in the folder
   */
  HiddenLoader(String folder, ClassLoader parent) {
    super(folder, parent);
    this.folder = folder;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        byte[] hidden = name.startsWith("java.") ? null : bytes(name);
        loaded =
            hidden == null
                ? super.loadClass(name, false)
                : defineClass(name, hidden, 0, hidden.length, DOMAIN);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    try (InputStream in = open(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Classes read their own bytes, too: what is woven in is such a class. */
  @Override
  public InputStream getResourceAsStream(String name) {
    InputStream hidden = open(name);
    return hidden == null ? super.getResourceAsStream(name) : hidden;
  }

  private InputStream open(String name) {
    return name.endsWith(".class")
        ? HiddenLoader.class.getResourceAsStream(folder + name + "data")
        : null;
  }
}
