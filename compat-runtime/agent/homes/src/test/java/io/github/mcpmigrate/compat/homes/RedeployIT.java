package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A war goes and comes again in a container with the agent, with sessions and streams open at the
 * time: nothing of it stays.
 */
class RedeployIT {

  private static final int TIMES = 5;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final ContainerLog log = new ContainerLog();
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

  @ParameterizedTest
  @EnumSource(
      value = War.class,
      names = {"SERVLET", "SERVLET_THAT_CLOSES", "SPRING"})
  void aWarLeavesNothing(War war) throws Throwable {
    redeploy(war, null, Visit.STREAMABLE);
  }

  @Test
  void norWhereReactorIsShared() throws Throwable {
    List<URL> reactor = new ArrayList<>();
    for (Path jar : War.reactor()) {
      reactor.add(jar.toUri().toURL());
    }
    // Which needs slf4j no more than Reactor does: it has none, and logs by the JDK.
    try (URLClassLoader shared = new URLClassLoader(reactor.toArray(URL[]::new))) {
      redeploy(War.SERVLET_ON_SHARED_REACTOR, shared, Visit.STREAMABLE);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = War.class,
      names = {"SERVLET", "SPRING"})
  void norOneThatNobodyCameToOverStreamableHttp(War war) throws Throwable {
    redeploy(war, null, Visit.NONE);
  }

  private enum Visit {
    NONE,
    STREAMABLE
  }

  private void redeploy(War war, ClassLoader shared, Visit visit) throws Throwable {
    Path unpacked = war.unpacked(folder.resolve("war"));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.resolve("tomcat").toString());
    tomcat.getEngine().setName(folder.getFileName() + "-" + war);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    // Else its thread may be in the war when that goes, which looks like a leak.
    tomcat.getEngine().setBackgroundProcessorDelay(-1);
    if (shared != null) {
      tomcat.getHost().setParentClassLoader(shared);
    }
    tomcat.start();
    try (log) {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        loaders.add(deploy(tomcat, unpacked, visit));
        if (war == War.SPRING) {
          forgetLastRecord();
        }
        awaitCollected(loaders);
      }
      assertThat(log.warnings()).isEmpty();
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
    Reference.reachabilityFence(shared);
  }

  private WeakReference<ClassLoader> deploy(Tomcat tomcat, Path unpacked, Visit visit)
      throws Exception {
    Context context = tomcat.addWebapp("/legacy", unpacked.toString());
    // Tomcat waits so long for the streams that are open.
    ((StandardContext) context).setUnloadDelay(100);
    WeakReference<ClassLoader> loader =
        new WeakReference<>(context.getLoader().getClassLoader(), collected);
    String base = "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/legacy";
    if (visit == Visit.STREAMABLE) {
      StreamableProbe first = new StreamableProbe(base).initialize();
      StreamableProbe second = new StreamableProbe(base).initialize();
      assertThat(first.post(StreamableProbe.ECHO).body())
          .contains("about to say hello", "\"text\":\"hello\"");
      assertThat(second.post(StreamableProbe.ECHO).body()).contains("\"text\":\"hello\"");
      try (InputStream open = first.listen()) {
        undeploy(tomcat, context);
        // The server has ended it.
        assertThat(open.readAllBytes()).asString().doesNotContain("error");
      }
    } else {
      assertThat(context.getState().isAvailable()).isTrue();
      undeploy(tomcat, context);
    }
    return loader;
  }

  private static void undeploy(Tomcat tomcat, Context context) {
    tomcat.getHost().removeChild(context);
  }

  private void awaitCollected(List<WeakReference<ClassLoader>> loaders) throws Throwable {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (loaders.stream().anyMatch(loader -> loader.get() != null) && System.nanoTime() < end) {
      System.gc();
      collected.remove(50);
    }
    assertThat(loaders).allMatch(loader -> loader.get() == null, "collected; " + threads());
  }

  private record Own(Object part) {}

  /** JDK 17 keeps the last record class whose equals was linked; Spring's is none of ours. */
  private static void forgetLastRecord() throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle getter =
        lookup.findVirtual(Own.class, "part", MethodType.methodType(Object.class));
    for (String method : List.of("equals", "hashCode", "toString")) {
      ObjectMethods.bootstrap(lookup, method, MethodHandle.class, Own.class, "part", getter);
    }
  }

  private static String threads() {
    return "threads: " + Thread.getAllStackTraces().keySet();
  }

  /** What the container complains of: threads and thread locals that a war has left, above all. */
  private static final class ContainerLog extends Handler implements AutoCloseable {

    private static final Logger LOADER = Logger.getLogger("org.apache.catalina.loader");

    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    ContainerLog() {
      LOADER.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
        warnings.add(record.getMessage());
      }
    }

    Queue<String> warnings() {
      return warnings;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      LOADER.removeHandler(this);
    }
  }
}
