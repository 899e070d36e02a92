package io.github.mcpmigrate.compat.weave;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.function.Function;

/**
 * Never loaded: its members are copied into a provider. They know the runtime by the name of one
 * class and by JDK types alone, so that the provider's class loader need not see it, and what goes
 * wrong there leaves the provider as it would be without them. No lambdas: those make members of
 * their own.
 */
@SuppressWarnings("serial")
abstract class ProviderMembers extends HttpServlet {

  private transient volatile Function<Object[], Object> mcpCompat$graft;
  private transient volatile boolean mcpCompat$failed;

  /** Stands for what {@link ProviderWeaving} writes: the values of the provider's fields. */
  abstract Object[] mcpCompat$fields();

  /** Tells the runtime; null means that the provider goes on by itself. */
  Object mcpCompat$call(Object operation, Object first, Object second) {
    Function<Object[], Object> graft = mcpCompat$graft;
    if (graft == null) {
      graft = mcpCompat$link();
      if (graft == null) {
        return null;
      }
    }
    return graft.apply(new Object[] {operation, first, second});
  }

  @SuppressWarnings("unchecked")
  synchronized Function<Object[], Object> mcpCompat$link() {
    if (mcpCompat$graft != null || mcpCompat$failed) {
      return mcpCompat$graft;
    }
    try {
      Class<?> link;
      try {
        link = Class.forName(Link.NAME, true, ProviderMembers.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        link = Class.forName(Link.NAME, true, ClassLoader.getSystemClassLoader());
      }
      Method graft = link.getMethod("graft", Class.class, Object[].class);
      mcpCompat$graft =
          (Function<Object[], Object>)
              graft.invoke(null, ProviderMembers.class, (Object) mcpCompat$fields());
      mcpCompat$failed = mcpCompat$graft == null;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // Once for a provider, and the application goes on.
      mcpCompat$failed = true;
      System.err.println(
          "MCP compat runtime: not there, HTTP+SSE only: ".concat(String.valueOf(e)));
    }
    return mcpCompat$graft;
  }

  @Override
  public void init() throws ServletException {
    super.init();
    mcpCompat$call("init", this, null);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (mcpCompat$call("request", request, response) == null) {
      super.service(request, response);
    }
  }

  /** The name is a constant, so that the class itself is not needed. */
  private static final class Link {
    static final String NAME = "io.github.mcpmigrate.compat.agent.Link";
  }
}
