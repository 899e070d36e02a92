package io.github.mcpmigrate.recipes.handwritten;

import java.util.Optional;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/** The calls that send a message on an {@code SseEmitter}. */
final class EmitterSends {

  static final String EMITTER = "org.springframework.web.servlet.mvc.method.annotation.SseEmitter";

  private EmitterSends() {}

  /** The message that a call sends as it is: a string, in an event named message. */
  static Optional<Expression> message(J.MethodInvocation call) {
    if (!call.getSimpleName().equals("send")
        || call.getSelect() == null
        || !TypeUtils.isOfClassType(call.getSelect().getType(), EMITTER)) {
      return Optional.empty();
    }
    Expression sent = call.getArguments().get(0);
    return TypeUtils.isString(sent.getType())
        ? Optional.of(sent)
        : sent instanceof J.MethodInvocation event && isMessage(event)
            ? data(event).filter(data -> TypeUtils.isString(data.getType()))
            : Optional.empty();
  }

  /** An event that nobody named is a message, too. */
  private static boolean isMessage(J.MethodInvocation event) {
    Expression argument = event.getArguments().get(0);
    boolean fits =
        switch (event.getSimpleName()) {
          case "name" -> argument instanceof J.Literal name && "message".equals(name.getValue());
          case "event", "data", "id", "build" -> true;
          default -> false;
        };
    return fits
        && (event.getSimpleName().equals("event")
            || event.getSelect() instanceof J.MethodInvocation before && isMessage(before));
  }

  private static Optional<Expression> data(J.MethodInvocation event) {
    if (event.getSimpleName().equals("data")) {
      return Optional.of(event.getArguments().get(0));
    }
    return event.getSelect() instanceof J.MethodInvocation before ? data(before) : Optional.empty();
  }
}
