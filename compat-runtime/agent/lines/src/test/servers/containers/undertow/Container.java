package legacy;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import java.net.InetSocketAddress;

final class Container {

  private Container() {}

  /** Returns the port; the servlet is initialised with its first request unless it is eager. */
  static int start(
      String folder, HttpServlet servlet, boolean eager, String contextPath, String... mappings)
      throws Exception {
    String path = contextPath.isEmpty() ? "/" : contextPath;
    ServletInfo info =
        Servlets.servlet("mcp", servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
            .addMappings(mappings)
            .setAsyncSupported(true);
    if (eager) {
      info.setLoadOnStartup(1);
    }
    DeploymentInfo application =
        Servlets.deployment()
            .setClassLoader(Container.class.getClassLoader())
            .setContextPath(path)
            .setDeploymentName("legacy")
            .addServlet(info);
    DeploymentManager deployment = Servlets.newContainer().addDeployment(application);
    deployment.deploy();
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new PathHandler().addPrefixPath(path, deployment.start()))
            .build();
    undertow.start();
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }
}
