package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.flow.Lane;

/** The room on a lane. */
record LaneRoom(Lane lane) implements Room {

  @Override
  public boolean free() {
    return lane.free();
  }

  @Override
  public void whenFree(Runnable sender) {
    lane.whenFree(sender);
  }
}
