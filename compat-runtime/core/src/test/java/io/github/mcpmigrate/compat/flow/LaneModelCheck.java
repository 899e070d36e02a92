package io.github.mcpmigrate.compat.flow;

import static org.jetbrains.kotlinx.lincheck.strategy.managed.ManagedStrategyGuaranteeKt.forClasses;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.LincheckAssertionError;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.strategy.managed.modelchecking.ModelCheckingOptions;

/**
 * Tries courses of events on the model of a lane, each in many interleavings: the narrow places we
 * know, and random ones.
 */
final class LaneModelCheck {

  private static final int INTERLEAVINGS = 120;

  /**
   * Milliseconds after which one interleaving counts as hung; 5 s are too few on a busy machine.
   */
  private static final long MACHINE_IS_BUSY = 120_000;

  /** No keep-alive is due here; what keeps them is not what is checked. */
  private static final String[] CLOCK = {Timers.class.getName(), Beats.Beat.class.getName()};

  private static final List<ExecutionScenario> NARROW_PLACES =
      List.of(
          // The client reads on while the wire says that it has not.
          course(
              List.of(),
              List.of(actor("append", 1), actor("append", 2)),
              List.of(actor("room", 0), actor("append", 3))),
          // It has read all, and comes again just when the wire it had is done with writing.
          course(
              List.of(actor("room", 0)), List.of(actor("append", 1)), List.of(actor("attach", 1))),
          // The client comes again while the wire it had is being written.
          course(
              List.of(),
              List.of(actor("append", 1)),
              List.of(actor("attach", 1), actor("append", 2))),
          // It comes again because that wire is broken, which shows in the write.
          course(
              List.of(),
              List.of(actor("append", 1)),
              List.of(actor("spoil", 0), actor("attach", 1), actor("append", 2))),
          // The wire is cut while it waits for the client to read.
          course(
              List.of(actor("append", 1)),
              List.of(actor("append", 2), actor("attach", 1)),
              List.of(actor("cut", 0), actor("end"))));

  private LaneModelCheck() {}

  /** Takes the number of random courses; none without. */
  public static void main(String[] arguments) {
    try {
      check(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
    } catch (LincheckAssertionError e) {
      System.out.println(e.getMessage());
      System.exit(JavaProcess.FAULTY);
    }
  }

  /** The same courses in each run. */
  private static void check(int randomCourses) {
    ModelCheckingOptions options =
        new ModelCheckingOptions()
            .iterations(0)
            .invocationsPerIteration(INTERLEAVINGS)
            .minimizeFailedScenario(false)
            .invocationTimeout$lincheck(MACHINE_IS_BUSY)
            .sequentialSpecification(LaneSpecification.class)
            .addGuarantee(forClasses(CLOCK).allMethods().ignore());
    NARROW_PLACES.forEach(options::addCustomScenario);
    Random random = new Random(20261121);
    for (int i = 0; i < randomCourses; i++) {
      options.addCustomScenario(randomCourse(random, 2 + i % 2));
    }
    LinChecker.check(LaneModel.class, options);
  }

  private static ExecutionScenario randomCourse(Random random, int threads) {
    AtomicInteger message = new AtomicInteger();
    Supplier<Actor> operation = () -> operation(random, message);
    List<List<Actor>> parallel = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      parallel.add(Stream.generate(operation).limit(threads == 2 ? 3 : 2).toList());
    }
    return course(List.of(operation.get()), parallel);
  }

  @SafeVarargs
  private static ExecutionScenario course(List<Actor> first, List<Actor>... parallel) {
    return course(first, List.of(parallel));
  }

  private static ExecutionScenario course(List<Actor> first, List<List<Actor>> parallel) {
    List<Actor> before = new ArrayList<>(List.of(actor("open"), actor("attach", 0)));
    before.addAll(first);
    return new ExecutionScenario(before, parallel, List.of(actor("received")), null);
  }

  private static Actor operation(Random random, AtomicInteger message) {
    int wire = random.nextInt(LaneModel.WIRES);
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> actor("append", message.incrementAndGet());
      case 4, 5, 6 -> actor("attach", wire);
      case 7, 8 -> actor("room", wire);
      case 9 -> actor("cut", wire);
      case 10 -> actor("spoil", wire);
      default -> random.nextBoolean() ? actor("end") : actor("detach");
    };
  }

  private static Actor actor(String operation, Object... arguments) {
    Method method =
        Stream.of(LaneModel.class.getMethods())
            .filter(each -> each.getName().equals(operation))
            .findFirst()
            .orElseThrow();
    return new Actor(method, List.of(arguments));
  }
}
