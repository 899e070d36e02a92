package io.github.mcpmigrate.maven.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads class files, and the archives that they are in, for what makes a transport. */
final class CompiledCode {

  static final Needles NEEDLES =
      Needles.of("SseServerTransport", "SseClientTransport", "HttpMcpTransport");

  /** What is in the package of the SDK, and of copies of it that were moved to others. */
  private static final String SDK = "io/modelcontextprotocol/";

  /** Larger classes are no classes. In bytes. */
  private static final int MAX_CLASS = 4 << 20;

  /** More than this comes out of no honest archive. In bytes. */
  private static final long MAX_UNPACKED = 2L << 30;

  /** A jar in a jar, as Spring Boot has them, or in a war in an ear. */
  private static final int MAX_DEPTH = 4;

  private final String archive;
  private final long limit;
  private final Reading into;
  private final byte[] buffer = new byte[1 << 16];
  private final List<CompiledUse> uses = new ArrayList<>();
  private final PackagedSpringAi springAi = new PackagedSpringAi();

  /** The simple names of the providers whose classes are there. */
  private final Set<String> providers = new HashSet<>();

  private long unpacked;

  private CompiledCode(String archive, long limit, Reading into) {
    this.archive = archive;
    this.limit = limit;
    this.into = into;
  }

  static void readClass(String file, byte[] code, Reading into) {
    CompiledCode alone = new CompiledCode(null, MAX_CLASS, into);
    alone.read(file, code);
    alone.tell();
  }

  static void readArchive(String file, InputStream in, Reading into) throws IOException {
    readArchive(file, in, MAX_UNPACKED, into);
  }

  /**
   * @param limit bytes that may come out of the archive, with all that is in archives in it; what
   *     follows is not looked into
   */
  static void readArchive(String file, InputStream in, long limit, Reading into)
      throws IOException {
    try {
      CompiledCode code = new CompiledCode(file, limit, into);
      code.unpack("", in, 1);
      code.tell();
    } catch (ZipException | IllegalArgumentException e) {
      into.notUnderstood(file, "is not an archive: " + e.getMessage());
    }
  }

  /**
   * @return whether the limit leaves something for what follows
   */
  private boolean unpack(String inside, InputStream in, int depth) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = inside + entry.getName();
      if (name.endsWith(".class")) {
        byte[] code = zip.readNBytes(MAX_CLASS);
        unpacked += code.length;
        read(archive + "!/" + name, code);
      } else if (PackagedSpringAi.isConfiguration(entry.getName())) {
        byte[] text = zip.readNBytes(MAX_CLASS);
        unpacked += text.length;
        springAi.configuredBy(name, text);
      } else if (isArchive(name) && depth < MAX_DEPTH) {
        if (!unpack(name + "!/", zip, depth + 1)) {
          return false;
        }
      }
      if (!passRest(zip)) {
        into.skip(archive, "unpacks to more than %d MB, with %s".formatted(limit >> 20, name));
        return false;
      }
    }
    return true;
  }

  private static boolean isArchive(String name) {
    return name.endsWith(".jar") || name.endsWith(".war");
  }

  /** Hands on what was found, when all of the archive is known. */
  private void tell() {
    if (archive != null && uses.stream().noneMatch(CompiledUse::server)) {
      springAi.use(providers).ifPresent(uses::add);
    }
    for (CompiledUse use : uses) {
      into.uses.add(use.use(archive, providers.contains(use.type())));
    }
  }

  /** Passes by what is left of an entry, which has to be unpacked even so. */
  private boolean passRest(ZipInputStream zip) throws IOException {
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      unpacked += read;
      if (unpacked > limit) {
        return false;
      }
    }
    return unpacked <= limit;
  }

  private void read(String file, byte[] code) {
    if (!NEEDLES.in(code)) {
      return;
    }
    ClassReader reader;
    try {
      reader = new ClassReader(code);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      into.notUnderstood(file, "is not a class file that is known: " + e.getMessage());
      return;
    }
    String name = reader.getClassName();
    LegacyType.of(name.replace('/', '.'))
        .filter(LegacyType::isProvider)
        .ifPresent(provider -> providers.add(provider.name()));
    // Libraries that make the transports for others are not the ones who use them.
    if (name.startsWith("org/springframework/ai/")) {
      springAi.mayBeMadeBy(file, name, code);
    } else if (!name.contains(SDK) && !name.startsWith("dev/langchain4j/")) {
      reader.accept(new Uses(file, name, uses), ClassReader.SKIP_FRAMES);
    }
  }

  /** The transports that one class makes or extends; each once. */
  private static final class Uses extends ClassVisitor {

    private final String file;
    private final String name;
    private final List<CompiledUse> into;
    private final Set<String> seen = new HashSet<>();
    private String parent = "";
    private boolean overrides;
    private int line = 1;

    Uses(String file, String name, List<CompiledUse> into) {
      super(Opcodes.ASM9);
      this.file = file;
      this.name = name;
      this.into = into;
    }

    @Override
    public void visit(
        int version, int access, String self, String generic, String extended, String[] contracts) {
      parent = extended == null ? "" : extended;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String generic, String[] exceptions) {
      overrides |= method.equals("service") || method.equals("getRouterFunction");
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int number, Label start) {
          line = number;
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          boolean makes = opcode == Opcodes.INVOKESPECIAL && called.equals("<init>");
          String made = owner.replaceFirst("\\$Builder$", "");
          // Of its parent, that is the call of a constructor's super().
          if ((makes || called.equals("builder")) && !made.equals(parent)) {
            use(made, "makes", line, "");
          }
        }
      };
    }

    @Override
    public void visitEnd() {
      use(parent, "extends", 1, overrides ? CompiledUse.OVERRIDES : "");
    }

    private void use(String owner, String verb, int where, String obstacle) {
      String type = owner.replace('/', '.');
      boolean moved = owner.lastIndexOf(SDK) > 0;
      Optional<LegacyType> legacy =
          moved ? LegacyType.named(type.substring(type.lastIndexOf('.') + 1)) : LegacyType.of(type);
      if (legacy.isEmpty() || !seen.add(owner)) {
        return;
      }
      into.add(
          new CompiledUse(
              file,
              where,
              name.replace('/', '.') + " " + verb + " " + legacy.get().name(),
              legacy.get().name(),
              legacy.get().server(),
              moved
                  ? CompiledUse.RELOCATED
                  : legacy.get().isProvider() ? obstacle : CompiledUse.BEFORE_PROVIDERS));
    }
  }
}
