package io.github.mcpmigrate.compat.weave.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of jars that whoever runs the archive puts on the class path as a whole: one more jar
 * there is seen by all of them, and by the classes beside.
 *
 * @param path with a slash at its end
 * @param index before the names of Spring Boot's lists of libraries; empty if there are none
 */
record LibraryFolder(String path, String index) {

  /** In bytes. */
  private static final int MAX_DESCRIPTOR = 1 << 20;

  private static final Pattern LIBRARY_DIRECTORY =
      Pattern.compile("<library-directory>\\s*/?([^<\\s]+?)/?\\s*</library-directory>");
  private static final Pattern PLACE =
      Pattern.compile("((?:.*/)?(?:BOOT|WEB)-INF/)(?:classes/.*|lib(?:-provided)?/[^/]+)");

  /**
   * The folder for what a file of some name needs.
   *
   * @param shared the folder of an application archive's (ear) libraries
   */
  static Optional<LibraryFolder> of(String name, Optional<String> shared) {
    Matcher place = PLACE.matcher(name);
    if (place.matches()) {
      return Optional.of(new LibraryFolder(place.group(1) + "lib/", place.group(1)));
    }
    return shared
        .filter(folder -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
        .map(folder -> new LibraryFolder(folder, ""));
  }

  /**
   * The folder of the libraries that the parts of an application archive (ear) share.
   *
   * @param name of what may be one
   */
  static Optional<String> shared(Contents contents, String name) throws IOException {
    for (int i = 0; i < contents.count(); i++) {
      if (contents.name(i).equals("META-INF/application.xml") && contents.obstacle(i) == null) {
        try (InputStream in = contents.open(i)) {
          String descriptor = new String(in.readNBytes(MAX_DESCRIPTOR), StandardCharsets.UTF_8);
          Matcher folder = LIBRARY_DIRECTORY.matcher(descriptor);
          return Optional.of(folder.find() ? folder.group(1) + "/" : "lib/");
        }
      }
    }
    // The descriptor may be missing, and so its name for the folder.
    return name.toLowerCase(Locale.ROOT).endsWith(".ear") ? Optional.of("lib/") : Optional.empty();
  }
}
