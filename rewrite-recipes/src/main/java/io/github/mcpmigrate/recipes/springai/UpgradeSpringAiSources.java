package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.Map;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Take code from Spring AI 1.0 to 1.1: what the jars of 1.0.0 have and those of 1.1.3 have no more,
 * found by comparing the artifacts for chats, MCP, documents, Ollama and OpenAI.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeSpringAiSources extends Recipe {

  private static final String OLLAMA = "org.springframework.ai.ollama.api.OllamaOptions";

  /** It has all that the builder of the old class has. */
  private static final String OLLAMA_CHATS = "org.springframework.ai.ollama.api.OllamaChatOptions";

  private static final String SPEECH = "org.springframework.ai.openai.audio.speech.";

  private static final String TTS = "Spring AI 1.1 has org.springframework.ai.audio.tts.";

  private static final String FILTER =
      "Spring AI 1.1 has a builder in place of this constructor: its toolFilter gets what is known of the connection, "
          + "and no client";

  private static final Map<String, String> TYPES =
      Map.of(
          "org.springframework.ai.embedding.EmbeddingOptionsBuilder",
          "Spring AI 1.1 has EmbeddingOptions.builder() in its place",
          SPEECH + "SpeechModel",
          TTS + "TextToSpeechModel in its place",
          SPEECH + "StreamingSpeechModel",
          TTS + "StreamingTextToSpeechModel in its place",
          SPEECH + "SpeechPrompt",
          TTS + "TextToSpeechPrompt in its place",
          SPEECH + "SpeechResponse",
          TTS + "TextToSpeechResponse in its place");

  private static final Map<MethodMatcher, String> CONSTRUCTORS =
      Map.of(
          new MethodMatcher(
              "org.springframework.ai.mcp.SyncMcpToolCallbackProvider <constructor>(java.util.function.BiPredicate, ..)"),
          FILTER,
          new MethodMatcher(
              "org.springframework.ai.mcp.AsyncMcpToolCallbackProvider <constructor>(java.util.function.BiPredicate, ..)"),
          FILTER);

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Take code from Spring AI 1.0 to 1.1";

  String description =
      "`OllamaOptions` becomes `OllamaChatOptions`, except in files with embeddings, and constructors that are gone become "
          + "calls of builders. What is gone without a sure replacement "
          + "gets a `TODO mcp-migrate:` comment and a row in the data table `LegacySseUses`.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    TreeVisitor<?, ExecutionContext> rename =
        new ChangeType(OLLAMA, OLLAMA_CHATS, true).getVisitor();
    return Preconditions.check(
        new UsesType<>("org.springframework.ai..*", false),
        new TreeVisitor<Tree, ExecutionContext>() {
          @Override
          public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
            if (!(tree instanceof JavaSourceFile source)) {
              return tree;
            }
            boolean embeds = embeds(source);
            CodeFindings findings = new CodeFindings();
            new Gone(findings, embeds).visit(source, ctx);
            findings.report(table, getName(), "removed API", source, ctx);
            Tree commented = findings.comment(source, ctx);
            Tree built = new ToBuilders().visit(commented, ctx);
            return embeds ? built : rename.visit(built, ctx);
          }
        });
  }

  private static boolean embeds(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(type -> type != null && type.getClassName().contains("Embedding"));
  }

  /** Finds what has no sure replacement. */
  private static final class Gone extends JavaIsoVisitor<ExecutionContext> {

    private final CodeFindings findings;
    private final boolean embeds;

    Gone(CodeFindings findings, boolean embeds) {
      this.findings = findings;
      this.embeds = embeds;
    }

    @Override
    public J.Import visitImport(J.Import imported, ExecutionContext ctx) {
      return imported;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, ExecutionContext ctx) {
      JavaType.FullyQualified type = TypeUtils.asFullyQualified(name.getType());
      if (type != null
          && name.getFieldType() == null
          && type.getClassName().equals(name.getSimpleName())) {
        String reason = TYPES.get(type.getFullyQualifiedName());
        if (reason != null) {
          findings.manual(getCursor(), name.getSimpleName(), reason);
        } else if (embeds && OLLAMA.equals(type.getFullyQualifiedName())) {
          findings.manual(
              getCursor(),
              name.getSimpleName(),
              "Spring AI 1.1 has OllamaChatOptions and OllamaEmbeddingOptions in its place");
        }
      }
      return name;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass created, ExecutionContext ctx) {
      CONSTRUCTORS.forEach(
          (constructor, reason) -> {
            if (constructor.matches(created)) {
              findings.manual(getCursor(), created.getClazz().printTrimmed(getCursor()), reason);
            }
          });
      boolean java = getCursor().firstEnclosing(J.CompilationUnit.class) != null;
      BuilderForConstructor.ALL.stream()
          .filter(builder -> builder.constructor().matches(created))
          .filter(builder -> !java || !builder.fits(created))
          .forEach(
              builder ->
                  findings.manual(
                      getCursor(), created.getClazz().printTrimmed(getCursor()), builder.reason()));
      return super.visitNewClass(created, ctx);
    }
  }

  private static final class ToBuilders extends JavaVisitor<ExecutionContext> {

    @Override
    public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
      return source instanceof J.CompilationUnit;
    }

    @Override
    public J visitNewClass(J.NewClass created, ExecutionContext ctx) {
      J.NewClass visited = (J.NewClass) super.visitNewClass(created, ctx);
      return BuilderForConstructor.ALL.stream()
          .filter(builder -> builder.fits(visited))
          .findFirst()
          .map(builder -> builder.apply(visited, updateCursor(visited)))
          .orElse(visited);
    }
  }
}
