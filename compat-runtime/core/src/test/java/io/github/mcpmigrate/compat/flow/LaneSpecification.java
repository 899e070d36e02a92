package io.github.mcpmigrate.compat.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * What a lane is to its users, one thing after another: whatever happens to the connections, each
 * message that was taken is read once, in the order in which they were taken.
 */
public final class LaneSpecification implements LaneOperations {

  private final List<Integer> taken = new ArrayList<>();
  private boolean ended;

  @Override
  public void open() {}

  @Override
  public boolean append(int message) {
    return !ended && taken.add(message);
  }

  @Override
  public void attach(int wire) {}

  @Override
  public void detach() {}

  @Override
  public void room(int wire) {}

  @Override
  public void cut(int wire) {}

  @Override
  public void spoil(int wire) {}

  @Override
  public void end() {
    ended = true;
  }

  @Override
  public String received() {
    return taken.toString().replace(" ", "") + " on open wires: " + (ended ? 0 : 1);
  }
}
