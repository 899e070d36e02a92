package io.github.mcpmigrate.benchmarks.run;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.github.mcpmigrate.benchmarks.server.ServerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** One server in a JVM of its own, which ends with this one. */
final class ServerProcess implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param server {@code quarkus}, or what {@link ServerMain} takes
   * @param options say which container, and where Quarkus is
   * @param jvmOptions the same for every server
   */
  static ServerProcess start(String server, Options options, List<String> jvmOptions)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    if (server.equals("quarkus")) {
      command.addAll(List.of("-jar", options.quarkusJar().toString()));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(ServerMain.class.getName(), server, options.container()));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ServerProcess(process, port(process, server));
  }

  private static int port(Process process, String server) throws IOException {
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return Integer.parseInt(listening.group(1));
      }
    }
    throw new IOException("The server " + server + " did not start");
  }

  int port() {
    return port;
  }

  /** The CPU time that the process has used so far, every thread and the kernel's part included. */
  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  /** What lives on the heap after a collection, in bytes, and how many threads there are. */
  Memory memory() throws IOException {
    try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(agent()))) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      MemoryMXBean memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
      ThreadMXBean threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
      // The first collection finds soft and weak references, the second what they held.
      memory.gc();
      memory.gc();
      return new Memory(memory.getHeapMemoryUsage().getUsed(), threads.getThreadCount());
    }
  }

  /**
   * @param heap bytes
   */
  record Memory(long heap, int threads) {}

  private String agent() throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("Cannot attach to the server", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
