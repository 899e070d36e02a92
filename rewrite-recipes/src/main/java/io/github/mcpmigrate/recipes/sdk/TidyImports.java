package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.Space;

/**
 * Puts an import where a person would have. Where the layout of a file's imports is not that of
 * most files beside it, OpenRewrite's {@code AddImport} may put a new one before a group of others
 * and lose the empty line that was there, such as that behind {@code package} (seen with 8.88).
 */
public final class TidyImports extends JavaIsoVisitor<ExecutionContext> {

  private static final Space LINE = Space.format("\n");

  private final Map<UUID, Space> prefixes;

  private TidyImports(List<J.Import> imports) {
    this.prefixes =
        imports.stream()
            .collect(Collectors.toUnmodifiableMap(J.Import::getId, J.Import::getPrefix));
  }

  /** To be done after imports have been added to the file at a cursor, as it is now. */
  public static TidyImports after(Cursor cursor) {
    return new TidyImports(cursor.firstEnclosingOrThrow(JavaSourceFile.class).getImports());
  }

  @Override
  public J.CompilationUnit visitCompilationUnit(J.CompilationUnit source, ExecutionContext ctx) {
    List<J.Import> imports = new ArrayList<>(source.getImports());
    boolean tidied = false;
    // What comes first in a file has no line before it, whatever went that was before.
    for (int i = source.getPackageDeclaration() == null ? 1 : 0; i + 1 < imports.size(); i++) {
      J.Import added = imports.get(i);
      J.Import next = imports.get(i + 1);
      if (!prefixes.containsKey(added.getId())
          && (hasLostItsEmptyLine(next, added) || standsBeforeTheJdk(i, imports))) {
        imports.remove(i);
        imports.set(i, next.withPrefix(prefixes.get(next.getId())));
        insert(added, imports, i);
        tidied = true;
      }
    }
    return tidied ? source.withImports(imports) : source;
  }

  /** Whether an import has taken the place of the first, which is the JDK's, and its empty line. */
  private boolean standsBeforeTheJdk(int added, List<J.Import> imports) {
    J.Import next = imports.get(added + 1);
    return added == 0
        && prefixes.containsKey(next.getId())
        && isEmptyLine(prefixes.get(next.getId()))
        && prefixes.get(next.getId()).getComments().isEmpty()
        && !isEmptyLine(next.getPrefix())
        && behindJava(imports.get(added), imports, added + 1) > 0;
  }

  private boolean hasLostItsEmptyLine(J.Import imported, J.Import before) {
    Space prefix = prefixes.getOrDefault(imported.getId(), Space.EMPTY);
    return isEmptyLine(prefix)
        && prefix.getComments().isEmpty()
        && !isEmptyLine(imported.getPrefix())
        && !isEmptyLine(before.getPrefix());
  }

  private static boolean isEmptyLine(Space prefix) {
    return prefix.getWhitespace().chars().filter(c -> c == '\n').count() > 1;
  }

  private static void insert(J.Import added, List<J.Import> imports, int otherwise) {
    OptionalInt kin = besideKin(added, imports);
    int group = behindJava(added, imports, otherwise);
    if (kin.isEmpty() && group > 0) {
      insertInto(group, added, imports);
      return;
    }
    int place = kin.orElse(otherwise);
    if (place > 0 && isAkin(added, imports.get(place - 1))) {
      imports.add(place, added.withPrefix(LINE));
    } else {
      J.Import next = imports.get(place);
      imports.set(place, next.withPrefix(LINE));
      imports.add(place, added.withPrefix(next.getPrefix()));
    }
  }

  /** Where the group behind the JDK's begins, if a stranger was put before that; else 0. */
  private static int behindJava(J.Import added, List<J.Import> imports, int place) {
    if (isOfJdk(added) || !isOfJdk(imports.get(place))) {
      return 0;
    }
    for (int i = place + 1; i < imports.size(); i++) {
      J.Import next = imports.get(i);
      if (!isOfJdk(next)) {
        return isEmptyLine(next.getPrefix()) && !next.isStatic() ? i : 0;
      }
    }
    return 0;
  }

  private static boolean isOfJdk(J.Import imported) {
    return imported.getTypeName().matches("javax?\\..*");
  }

  /** In the order of a group's names. */
  private static void insertInto(int group, J.Import added, List<J.Import> imports) {
    J.Import first = imports.get(group);
    if (added.getTypeName().compareTo(first.getTypeName()) < 0) {
      imports.set(group, first.withPrefix(LINE));
      imports.add(group, added.withPrefix(first.getPrefix()));
      return;
    }
    int place = group + 1;
    while (place < imports.size()
        && !isEmptyLine(imports.get(place).getPrefix())
        && imports.get(place).getTypeName().compareTo(added.getTypeName()) < 0) {
      place++;
    }
    imports.add(place, added.withPrefix(LINE));
  }

  /** Where an import goes among others of its project, in their order. */
  private static OptionalInt besideKin(J.Import added, List<J.Import> imports) {
    OptionalInt place = OptionalInt.empty();
    for (int i = 0; i < imports.size(); i++) {
      if (isAkin(added, imports.get(i))) {
        if (added.getTypeName().compareTo(imports.get(i).getTypeName()) < 0) {
          return OptionalInt.of(i);
        }
        place = OptionalInt.of(i + 1);
      }
    }
    return place;
  }

  private static boolean isAkin(J.Import one, J.Import other) {
    return !other.isStatic() && project(one).equals(project(other));
  }

  private static String project(J.Import imported) {
    String[] parts = imported.getTypeName().split("\\.", 3);
    return parts.length < 3 ? parts[0] : parts[0] + "." + parts[1];
  }
}
