package io.github.mcpmigrate.maven.inventory;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A packaged application whose server Spring AI makes: by a starter that is in the archive, unless
 * the configuration there chooses another protocol. The environment may say otherwise, which nobody
 * can see from here.
 */
final class PackagedSpringAi {

  private static final Pattern CONFIGURATION =
      Pattern.compile("(?:.*/)?application\\.(?:properties|ya?ml)");

  private static final String SERVER = "spring.ai.mcp.server.";

  /** What may be made, by the provider's simple name; a starter of 1.0 brings all of them. */
  private final Map<String, CompiledUse> made = new LinkedHashMap<>();

  private boolean otherwise;

  /** Whether a file says how an application is set up. */
  static boolean isConfiguration(String name) {
    return CONFIGURATION.matcher(name).matches();
  }

  void configuredBy(String name, byte[] text) {
    SourceText source = new SourceText(name, new String(text, StandardCharsets.UTF_8));
    List<Keys.Entry> entries =
        name.endsWith(".properties") ? Keys.ofProperties(source) : Keys.ofYaml(source);
    for (Keys.Entry entry : entries) {
      String value = entry.value().toLowerCase(Locale.ROOT);
      otherwise |= entry.path().equals(SERVER + "protocol") && !value.equals("sse");
      otherwise |= entry.path().equals(SERVER + "stdio") && value.equals("true");
      otherwise |= entry.path().equals(SERVER + "enabled") && value.equals("false");
    }
  }

  /** A class of Spring AI; of its configurations, one makes the provider. */
  void mayBeMadeBy(String file, String name, byte[] code) {
    if (!name.endsWith("Configuration")) {
      return;
    }
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String descriptor, String generic, String[] thrown) {
                String type =
                    descriptor.substring(descriptor.lastIndexOf('/') + 1, descriptor.length() - 1);
                LegacyType.named(type)
                    .filter(LegacyType::isProvider)
                    .filter(legacy -> descriptor.endsWith("/" + type + ";"))
                    .ifPresent(legacy -> made.putIfAbsent(type, use(file, name, type)));
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
  }

  private static CompiledUse use(String file, String name, String type) {
    return new CompiledUse(file, 1, name.replace('/', '.') + " makes " + type, type, true, "");
  }

  /**
   * The server that Spring AI makes, if it makes one.
   *
   * @param providers whose classes are there, too
   */
  Optional<CompiledUse> use(Set<String> providers) {
    return otherwise
        ? Optional.empty()
        : made.values().stream().filter(use -> providers.contains(use.type())).findFirst();
  }
}
