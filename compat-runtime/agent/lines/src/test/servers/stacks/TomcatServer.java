package legacy;

import jakarta.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

final class TomcatServer {

  private TomcatServer() {}

  /** Returns the port. */
  static int start(String folder, HttpServlet servlet, boolean eager, String... mappings)
      throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder);
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
