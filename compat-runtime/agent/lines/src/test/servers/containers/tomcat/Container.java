package legacy;

import jakarta.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

final class Container {

  private Container() {}

  /** Returns the port; the servlet is initialised with its first request unless it is eager. */
  static int start(
      String folder, HttpServlet servlet, boolean eager, String contextPath, String... mappings)
      throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext(contextPath, folder);
    Wrapper wrapper = Tomcat.addServlet(context, "mcp", servlet);
    wrapper.setAsyncSupported(true);
    if (eager) {
      wrapper.setLoadOnStartup(1);
    }
    for (String mapping : mappings) {
      context.addServletMappingDecoded(mapping, "mcp");
    }
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }
}
