package io.github.mcpmigrate.compat.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Writes a provider anew, with the members of {@link ProviderMembers} and calls to them. */
final class ProviderWeaving extends ClassVisitor {

  static final String CALL = "mcpCompat$call";

  /** The class that a provider asks for, as {@link ProviderMembers} names it. */
  static final String LINK = "io.github.mcpmigrate.compat.agent.Link";

  private static final String FIELDS = "mcpCompat$fields";
  private static final String CALL_DESCRIPTOR =
      "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";

  /** The provider's fields as the runtime takes them, in this order; what is not there is null. */
  private static final List<String> TOLD =
      List.of("sessions", "mapper", "sseEndpoint", "messageEndpoint", "contextExtractor");

  private final ProviderShape shape;
  private final String link;

  ProviderWeaving(ClassVisitor next, ProviderShape shape, String link) {
    super(Opcodes.ASM9, next);
    this.shape = shape;
    this.link = link;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) != 0) {
      return next;
    }
    if (ProviderShape.isSetSessionFactory(name + descriptor)) {
      return new ArgumentCall(next, Type.getArgumentTypes(descriptor)[0].getInternalName());
    }
    if (name.equals("closeGracefully") && descriptor.startsWith("()")) {
      return new EntryCall(next, "close");
    }
    if (shape.isServlet() && name.equals("init") && descriptor.equals("()V")) {
      return new EntryCall(next, "init");
    }
    if (name.equals("getRouterFunction") && descriptor.startsWith("()L")) {
      return new ResultCall(next, Type.getReturnType(descriptor).getInternalName());
    }
    return next;
  }

  @Override
  public void visitEnd() {
    writeFields();
    copyMembers();
    super.visitEnd();
  }

  private void writeFields() {
    MethodVisitor code =
        super.visitMethod(Opcodes.ACC_SYNTHETIC, FIELDS, "()[Ljava/lang/Object;", null, null);
    code.visitCode();
    code.visitIntInsn(Opcodes.BIPUSH, TOLD.size() + 1);
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    code.visitInsn(Opcodes.DUP);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.AASTORE);
    for (int i = 0; i < TOLD.size(); i++) {
      String told = TOLD.get(i);
      String field = told.equals("mapper") ? shape.mapperField() : told;
      String descriptor = shape.fields().get(field);
      if (descriptor != null) {
        code.visitInsn(Opcodes.DUP);
        code.visitIntInsn(Opcodes.BIPUSH, i + 1);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, shape.name(), field, descriptor);
        code.visitInsn(Opcodes.AASTORE);
      }
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void copyMembers() {
    ClassReader members = new ClassReader(bytesOfMembers());
    members.accept(
        new ClassRemapper(
            new Chosen(cv, shape, link),
            new SimpleRemapper(Opcodes.ASM9, members.getClassName(), shape.name())),
        0);
  }

  private static byte[] bytesOfMembers() {
    try (InputStream in = ProviderWeaving.class.getResourceAsStream("ProviderMembers.class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The members to weave in cannot be read", e);
    }
  }

  /** Hands on the members that a provider is to have. */
  private static final class Chosen extends ClassVisitor {

    private final ClassVisitor provider;
    private final ProviderShape shape;
    private final String link;

    Chosen(ClassVisitor provider, ProviderShape shape, String link) {
      super(Opcodes.ASM9, new ClassWriter(0));
      this.provider = provider;
      this.shape = shape;
      this.link = link;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      return provider.visitField(
          access | Opcodes.ACC_SYNTHETIC, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (name.startsWith("mcpCompat$") && (access & Opcodes.ACC_ABSTRACT) == 0) {
        return new LinkName(
            provider.visitMethod(
                access | Opcodes.ACC_SYNTHETIC, name, descriptor, signature, exceptions),
            link);
      }
      boolean ofServlet = name.equals("service") || name.equals("init") && !shape.hasInit();
      return shape.isServlet() && ofServlet
          ? provider.visitMethod(access, name, descriptor, signature, exceptions)
          : null;
    }
  }

  /** Asks for the runtime by the name that it has where this is woven. */
  private static final class LinkName extends MethodVisitor {

    private final String link;

    LinkName(MethodVisitor next, String link) {
      super(Opcodes.ASM9, next);
      this.link = link;
    }

    @Override
    public void visitLdcInsn(Object value) {
      super.visitLdcInsn(LINK.equals(value) ? link : value);
    }
  }

  /** Calls the runtime when a method begins. */
  private final class EntryCall extends MethodVisitor {

    private final String operation;

    EntryCall(MethodVisitor next, String operation) {
      super(Opcodes.ASM9, next);
      this.operation = operation;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitVarInsn(Opcodes.ALOAD, 0);
      visitLdcInsn(operation);
      visitVarInsn(Opcodes.ALOAD, 0);
      visitInsn(Opcodes.ACONST_NULL);
      visitMethodInsn(Opcodes.INVOKEVIRTUAL, shape.name(), CALL, CALL_DESCRIPTOR, false);
      visitInsn(Opcodes.POP);
    }
  }

  /** Lets the runtime put something else for the session factory; null leaves that. */
  private final class ArgumentCall extends MethodVisitor {

    private final String type;

    ArgumentCall(MethodVisitor next, String type) {
      super(Opcodes.ASM9, next);
      this.type = type;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitVarInsn(Opcodes.ALOAD, 0);
      visitLdcInsn("factory");
      visitVarInsn(Opcodes.ALOAD, 1);
      visitInsn(Opcodes.ACONST_NULL);
      visitMethodInsn(Opcodes.INVOKEVIRTUAL, shape.name(), CALL, CALL_DESCRIPTOR, false);
      visitVarInsn(Opcodes.ALOAD, 1);
      orElse(this, type);
      visitVarInsn(Opcodes.ASTORE, 1);
    }
  }

  /** Takes the lower of two values, or the upper one if that is null. */
  private static void orElse(MethodVisitor code, String type) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        "java/util/Objects",
        "requireNonNullElse",
        "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
        false);
    code.visitTypeInsn(Opcodes.CHECKCAST, type);
  }

  /** Lets the runtime put something else for what a method returns; null leaves that. */
  private final class ResultCall extends MethodVisitor {

    private final String type;

    ResultCall(MethodVisitor next, String type) {
      super(Opcodes.ASM9, next);
      this.type = type;
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        super.visitInsn(Opcodes.DUP);
        visitVarInsn(Opcodes.ALOAD, 0);
        super.visitInsn(Opcodes.SWAP);
        visitLdcInsn("routes");
        super.visitInsn(Opcodes.SWAP);
        super.visitInsn(Opcodes.ACONST_NULL);
        visitMethodInsn(Opcodes.INVOKEVIRTUAL, shape.name(), CALL, CALL_DESCRIPTOR, false);
        super.visitInsn(Opcodes.SWAP);
        orElse(this, type);
      }
      super.visitInsn(opcode);
    }
  }
}
