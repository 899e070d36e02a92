package io.github.mcpmigrate.compat.weave.archive;

import io.github.mcpmigrate.compat.weave.Finding;
import io.github.mcpmigrate.compat.weave.Weaver;
import io.github.mcpmigrate.compat.weave.archive.TransformReport.Change;
import io.github.mcpmigrate.compat.weave.archive.TransformReport.Row;
import io.github.mcpmigrate.compat.weave.zip.Content;
import io.github.mcpmigrate.compat.weave.zip.Edits;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One archive or folder, and what is to be changed in it. */
final class Level {

  private static final Pattern VERSIONED = Pattern.compile("(.*?)META-INF/versions/\\d+/(.*)");

  /** Larger are no manifest and no list of libraries. In bytes. */
  private static final int MAX_TEXT = 16 << 20;

  private final Contents contents;
  private final String place;
  private final List<Row> rows;
  private final List<Change> changes;
  private final Edits edits = new Edits();

  /** Folders of packages by where packages begin: the runtime goes there. */
  private final Map<String, String> roots = new LinkedHashMap<>();

  /** Jars that were woven by the folder that they are in; the last of each. */
  private final Map<LibraryFolder, String> libraries = new LinkedHashMap<>();

  private boolean needsHost;

  Level(Contents contents, String place, List<Row> rows, List<Change> changes) {
    this.contents = contents;
    this.place = place;
    this.rows = rows;
    this.changes = changes;
  }

  Contents contents() {
    return contents;
  }

  Edits edits() {
    return edits;
  }

  /** Whether classes were woven that look for the runtime in a folder of libraries further out. */
  boolean needsHost() {
    return needsHost;
  }

  void needJar(LibraryFolder library, String beside) {
    libraries.put(library, beside);
  }

  /**
   * Weaves a class if it is a provider.
   *
   * @param hosted whether the runtime is in a jar of its own
   */
  boolean weave(int index, byte[] code, boolean hosted) {
    String where = place + contents.name(index);
    Finding finding = Weaver.examine(code);
    if (finding.kind() != Finding.Kind.PROVIDER) {
      if (finding.kind() == Finding.Kind.STAYS) {
        rows.add(new Row(where, finding.className(), false, finding.text()));
      }
      return false;
    }
    Optional<Root> root = hosted ? Optional.empty() : root(contents.name(index), finding);
    if (!hosted && root.isEmpty()) {
      String reason = "does not lie where a class of its name is looked for";
      rows.add(new Row(where, finding.className(), false, reason));
      return false;
    }
    byte[] woven;
    try {
      woven =
          root.map(one -> Weaver.weave(code, RuntimeFiles.link(packageIn(one))))
              .orElseGet(() -> Weaver.weave(code))
              .orElseThrow();
    } catch (RuntimeException e) {
      // ASM has no exception of its own for a damaged method.
      rows.add(new Row(where, finding.className(), false, "is a damaged class file"));
      return false;
    }
    root.ifPresent(one -> roots.putIfAbsent(one.path(), one.folder()));
    needsHost |= hosted;
    edits.replace(index, Content.of(woven));
    rows.add(new Row(where, finding.className(), true, finding.text()));
    return true;
  }

  /**
   * Where packages begin.
   *
   * @param folder of a provider's package below that
   */
  private record Root(String path, String folder) {}

  private static Optional<Root> root(String file, Finding finding) {
    String path = finding.className().replace('.', '/') + ".class";
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    Matcher versioned = VERSIONED.matcher(file);
    if (versioned.matches()) {
      return versioned.group(2).equals(path)
          ? Optional.of(new Root(versioned.group(1), folder))
          : Optional.empty();
    }
    return file.equals(path) || file.endsWith("/" + path)
        ? Optional.of(new Root(file.substring(0, file.length() - path.length()), folder))
        : Optional.empty();
  }

  /** All that begin at one place share one runtime, in the package of the first. */
  private String packageIn(Root root) {
    return roots.getOrDefault(root.path(), root.folder());
  }

  /** Puts the runtime where those that were woven find it. */
  void putRuntime(RuntimeFiles runtime, Workspace work) throws IOException, TransformException {
    if (roots.isEmpty() && libraries.isEmpty()) {
      return;
    }
    Map<String, Integer> files = new HashMap<>();
    for (int i = 0; i < contents.count(); i++) {
      files.put(contents.name(i), i);
    }
    roots.forEach(
        (root, folder) -> {
          String hidden = root + RuntimeFiles.FOLDER;
          changes.add(new Change(place + hidden, "added"));
          for (Edits.Added file : runtime.files(root, folder)) {
            put(files, -1, file);
            if (!file.name().startsWith(hidden)) {
              changes.add(new Change(place + file.name(), "added"));
            }
          }
        });
    for (Map.Entry<LibraryFolder, String> library : libraries.entrySet()) {
      String path = library.getKey().path();
      String jar = path + runtime.jarName();
      int last = -1;
      for (int i = 0; i < contents.count(); i++) {
        last = contents.name(i).startsWith(path) ? i : last;
      }
      put(files, last, new Edits.Added(jar, Content.of(runtime.jar(work)), true));
      changes.add(new Change(place + jar, files.containsKey(jar) ? "changed" : "added"));
      for (String index : List.of("classpath.idx", "layers.idx")) {
        list(files.get(library.getKey().index() + index), jar, library.getValue());
      }
    }
  }

  private void put(Map<String, Integer> files, int after, Edits.Added file) {
    Integer existing = files.get(file.name());
    if (existing == null) {
      edits.add(after, file);
    } else {
      edits.replace(existing, file.content());
    }
  }

  private void list(Integer index, String jar, String beside)
      throws IOException, TransformException {
    if (index == null || contents.obstacle(index) != null) {
      return;
    }
    byte[] before = bytes(index);
    byte[] after = BootIndex.with(before, jar, beside);
    if (after != before) {
      edits.replace(index, Content.of(after));
      changes.add(new Change(place + contents.name(index), "changed"));
    }
  }

  /**
   * Leaves signatures out of an archive that is changed.
   *
   * @throws TransformException if it is not to be done
   */
  void unsign(boolean allowed) throws IOException, TransformException {
    boolean signed = false;
    for (int i = 0; i < contents.count(); i++) {
      signed |= Signatures.signs(contents.name(i));
    }
    if (!signed) {
      return;
    }
    if (!allowed) {
      throw new TransformException(
          (place.isEmpty() ? "it" : place.substring(0, place.length() - 2))
              + " is signed, and Java refuses classes that were changed after signing. Leave the"
              + " signature out (-DstripSignatures=true; --strip-signatures without Maven) and sign"
              + " the result yourself if a signature is asked for, or take the agent"
              + " (-javaagent:mcp-compat-agent.jar), which changes no file");
    }
    for (int i = 0; i < contents.count(); i++) {
      String name = contents.name(i);
      if (Signatures.isRelated(name)) {
        edits.remove(i);
        changes.add(new Change(place + name, "removed"));
      } else if (name.equalsIgnoreCase(Signatures.MANIFEST)) {
        edits.replace(i, Content.of(Signatures.withoutDigests(bytes(i))));
        changes.add(new Change(place + name, "changed"));
      }
    }
  }

  private byte[] bytes(int index) throws IOException, TransformException {
    try (InputStream in = contents.open(index)) {
      byte[] bytes = in.readNBytes(MAX_TEXT);
      if (in.read() >= 0) {
        throw new TransformException(place + contents.name(index) + " is too large to be one");
      }
      return bytes;
    }
  }
}
