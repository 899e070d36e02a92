package io.github.mcpmigrate.samples.everything.container;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import java.net.InetSocketAddress;

/** Undertow 2.3. */
public final class UndertowContainer implements Container {

  private final Undertow undertow;
  private final DeploymentManager deployment;

  private UndertowContainer(Undertow undertow, DeploymentManager deployment) {
    this.undertow = undertow;
    this.deployment = deployment;
  }

  /**
   * @param port 0 for a free port
   * @param threads size of the worker pool, 0 for Undertow's default (8 for each core)
   */
  public static UndertowContainer start(HttpServlet servlet, int port, int threads)
      throws ServletException {
    DeploymentInfo application =
        Servlets.deployment()
            .setClassLoader(UndertowContainer.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("everything")
            .addServlet(
                Servlets.servlet("mcp", servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
                    .addMapping("/*")
                    .setAsyncSupported(true)
                    .setLoadOnStartup(1));
    DeploymentManager deployment = Servlets.newContainer().addDeployment(application);
    deployment.deploy();
    Undertow.Builder builder =
        Undertow.builder().addHttpListener(port, HOST).setHandler(deployment.start());
    if (threads > 0) {
      builder.setWorkerThreads(threads);
    }
    Undertow undertow = builder.build();
    undertow.start();
    return new UndertowContainer(undertow, deployment);
  }

  @Override
  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void stop() throws ServletException {
    undertow.stop();
    deployment.stop();
    deployment.undeploy();
  }
}
