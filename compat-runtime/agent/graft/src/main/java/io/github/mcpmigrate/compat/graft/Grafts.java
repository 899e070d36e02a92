package io.github.mcpmigrate.compat.graft;

import java.util.function.Function;

/** Makes a graft for each provider; what woven providers find first, by name. */
public final class Grafts implements Function<Object[], Function<Object[], Object>> {

  /**
   * @param fields the provider, its sessions, its JSON mapper, its SSE and its message endpoint and
   *     its context extractor, which may be null
   * @throws IllegalStateException when the application has put something before the provider that
   *     Streamable HTTP would get past
   * @return takes an operation and its arguments: {@code factory, McpServerSession.Factory}; {@code
   *     request, HttpServletRequest, HttpServletResponse}; {@code routes, RouterFunction}; {@code
   *     init, HttpServlet}; {@code close}. The answer to the factory is the one that the provider
   *     is to have, to the routes those that it is to return. Null is the answer when the provider
   *     is to go on by itself.
   */
  @Override
  public Function<Object[], Object> apply(Object[] fields) {
    Subclass.check(fields[0]);
    return new Graft(ProviderFields.of(fields));
  }
}
