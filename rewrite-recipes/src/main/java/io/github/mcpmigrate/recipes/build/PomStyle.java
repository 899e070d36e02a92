package io.github.mcpmigrate.recipes.build;

import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.marker.Marker;
import org.openrewrite.xml.XmlVisitor;
import org.openrewrite.xml.style.Autodetect;
import org.openrewrite.xml.tree.Xml;

/**
 * Lets a pom keep its own indentation. OpenRewrite detects one style for all XML files of a build,
 * and a pom may well be the only one among them that is indented as it is.
 */
public final class PomStyle {

  private PomStyle() {}

  /** What a visitor that formats makes of a pom. */
  public static Tree keep(
      Xml.Document pom, XmlVisitor<ExecutionContext> edit, ExecutionContext ctx) {
    Autodetect ofAll = pom.getMarkers().findFirst(Autodetect.class).orElse(null);
    if (ofAll == null) {
      return edit.visitNonNull(pom, ctx);
    }
    Autodetect own = Autodetect.detector().sample(pom).build();
    Xml.Document styled = swap(pom, ofAll, own);
    Tree edited = edit.visitNonNull(styled, ctx);
    return edited == styled ? pom : swap((Xml.Document) edited, own, ofAll);
  }

  private static Xml.Document swap(Xml.Document pom, Marker old, Marker other) {
    return pom.withMarkers(
        pom.getMarkers()
            .withMarkers(
                ListUtils.map(
                    pom.getMarkers().getMarkers(), marker -> marker == old ? other : marker)));
  }
}
