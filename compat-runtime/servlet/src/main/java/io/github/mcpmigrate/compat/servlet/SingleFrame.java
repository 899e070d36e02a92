package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.flow.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A response that is too large for the container's buffer. */
final class SingleFrame implements Outbox.Source {

  private static final Logger LOG = LoggerFactory.getLogger(SingleFrame.class);

  private byte[] frame;

  SingleFrame(byte[] frame) {
    this.frame = frame;
  }

  @Override
  public boolean pending() {
    return frame != null;
  }

  @Override
  public byte[] next() {
    byte[] whole = frame;
    frame = null;
    return whole;
  }

  @Override
  public boolean ended() {
    return frame == null;
  }

  @Override
  public void lost(Throwable cause) {
    LOG.debug("The client went away while it was answered", cause);
  }
}
