package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.backend.JsonRpcHandler;
import io.github.mcpmigrate.compat.usage.UsageReport;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Serves an MCP server that was written by hand over Streamable HTTP and, when told so, over
 * HTTP+SSE. Register it with async support under a mapping that covers its endpoints. What it holds
 * it lets go of when the container destroys it.
 */
@WebServlet(asyncSupported = true)
public class JsonRpcServlet extends EngineServlet {

  private static final long serialVersionUID = 1;

  /** For subclasses that the container makes, by {@code @WebServlet} for example. */
  protected JsonRpcServlet(Builder builder) {
    super(builder.engine(), builder.context());
  }

  public static Builder builder(JsonRpcHandler handler) {
    return new Builder(handler);
  }

  /** What went over the transports since the start, and who still uses HTTP+SSE. */
  public UsageReport usage() {
    return engine().usage();
  }

  /** Sets the options of the servlet. */
  public static final class Builder extends JsonRpcServerBuilder<HttpServletRequest, Builder> {

    private Builder(JsonRpcHandler handler) {
      super(handler);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * @throws IllegalArgumentException when an option makes no sense, saying which and why
     */
    public JsonRpcServlet build() {
      return new JsonRpcServlet(this);
    }
  }
}
