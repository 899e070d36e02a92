package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.maven.MavenIsoVisitor;
import org.openrewrite.xml.XmlIsoVisitor;
import org.openrewrite.xml.tree.Xml;

/**
 * Gives back to dependencies that are not Spring AI's the versions that OpenRewrite takes from them
 * when it raises a BOM, for something else manages the same: see
 * https://github.com/openrewrite/rewrite/issues/4679.
 */
final class VersionsOfOthers extends MavenIsoVisitor<ExecutionContext> {

  private final Map<UUID, Xml.Tag> versioned = new HashMap<>();

  private VersionsOfOthers(Tree before, ExecutionContext ctx) {
    new XmlIsoVisitor<ExecutionContext>() {
      @Override
      public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext c) {
        if (isOfOther(tag) && tag.getChild("version").isPresent()) {
          versioned.put(tag.getId(), tag);
        }
        return super.visitTag(tag, c);
      }
    }.visit(before, ctx);
  }

  /** The pom after the change, with the versions of others as before. */
  static @Nullable Tree keep(Tree before, @Nullable Tree after, ExecutionContext ctx) {
    return after == null || after == before
        ? after
        : new VersionsOfOthers(before, ctx).visit(after, ctx);
  }

  private static boolean isOfOther(Xml.Tag tag) {
    return "dependency".equals(tag.getName())
        && !SpringAiVersion.GROUP.equals(tag.getChildValue("groupId").orElse(null));
  }

  @Override
  public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
    Xml.Tag before = versioned.get(tag.getId());
    if (before == null || tag.getChild("version").isPresent()) {
      return super.visitTag(tag, ctx);
    }
    maybeUpdateModel();
    return before;
  }
}
