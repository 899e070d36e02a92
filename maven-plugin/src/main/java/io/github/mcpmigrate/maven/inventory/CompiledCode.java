package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
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

  /** Larger classes are no classes. In bytes. */
  private static final int MAX_CLASS = 4 << 20;

  /** More than this comes out of no honest archive. In bytes. */
  private static final long MAX_UNPACKED = 2L << 30;

  /** A jar in a jar, as Spring Boot has them. */
  private static final int MAX_DEPTH = 2;

  private final String archive;
  private final long limit;
  private final Reading into;
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  private CompiledCode(String archive, long limit, Reading into) {
    this.archive = archive;
    this.limit = limit;
    this.into = into;
  }

  static void readClass(String file, byte[] code, Reading into) {
    if (NEEDLES.in(code)) {
      parse(file, code, into);
    }
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
      new CompiledCode(file, limit, into).unpack("", in, 1);
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
        readClass(archive + "!/" + name, code, into);
      } else if (name.endsWith(".jar") && depth < MAX_DEPTH) {
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

  private static void parse(String file, byte[] code, Reading into) {
    ClassReader reader;
    try {
      reader = new ClassReader(code);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      into.notUnderstood(file, "is not a class file that is known: " + e.getMessage());
      return;
    }
    String name = reader.getClassName();
    // Libraries that make the transports for others are not the ones who use them.
    if (name.startsWith("io/modelcontextprotocol/")
        || name.startsWith("org/springframework/ai/")
        || name.startsWith("dev/langchain4j/")) {
      return;
    }
    reader.accept(new Uses(file, name, into), ClassReader.SKIP_FRAMES);
  }

  /** The transports that one class makes or extends; each once. */
  private static final class Uses extends ClassVisitor {

    private final String file;
    private final String name;
    private final Reading into;
    private final Set<String> seen = new HashSet<>();
    private int line = 1;

    Uses(String file, String name, Reading into) {
      super(Opcodes.ASM9);
      this.file = file;
      this.name = name;
      this.into = into;
    }

    @Override
    public void visit(
        int version, int access, String self, String generic, String parent, String[] contracts) {
      if (parent != null) {
        use(parent, "extends");
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String generic, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int number, Label start) {
          line = number;
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          boolean makes = opcode == Opcodes.INVOKESPECIAL && called.equals("<init>");
          if (makes || called.equals("builder")) {
            use(owner.replaceFirst("\\$Builder$", ""), "makes");
          }
        }
      };
    }

    private void use(String owner, String verb) {
      Optional<LegacyType> type = LegacyType.of(owner.replace('/', '.'));
      if (type.isEmpty() || !seen.add(owner)) {
        return;
      }
      Rule rule = type.get().server() ? Rule.COMPILED_SERVER : Rule.COMPILED_CLIENT;
      into.uses.add(
          Use.of(
              rule,
              Reading.finding(
                  rule,
                  file,
                  line,
                  1,
                  name.replace('/', '.') + " " + verb + " " + type.get().name(),
                  Action.NOT_YET,
                  "recipes edit sources; nothing rewrites compiled code yet"),
              Stack.COMPILED));
    }
  }
}
