package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.door.Exchange.BodyReader;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads a body as it comes, and calls the reader once. */
final class ServletBody implements ReadListener {

  private final ServletInputStream in;
  private final int maxBytes;
  private final BodyReader reader;
  private final ByteArrayOutputStream body;
  private final byte[] buffer = new byte[8192];
  private boolean over;

  /**
   * @param begun holds what has been read already
   */
  ServletBody(ServletInputStream in, byte[] begun, int length, int maxBytes, BodyReader reader) {
    this.in = in;
    body = new ByteArrayOutputStream(Math.max(length, buffer.length));
    body.write(begun, 0, length);
    this.maxBytes = maxBytes;
    this.reader = reader;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!over && in.isReady()) {
      int read = in.read(buffer);
      if (read < 0) {
        return;
      }
      take(read);
    }
  }

  private void take(int read) {
    if (body.size() + read > maxBytes) {
      over = true;
      reader.tooLarge();
    } else {
      body.write(buffer, 0, read);
    }
  }

  /** Reads all of it on this thread, which waits for what is still to come. */
  void readHere() {
    try {
      int read = 0;
      while (!over && (read = in.read(buffer)) >= 0) {
        take(read);
      }
      onAllDataRead();
    } catch (IOException e) {
      onError(e);
    }
  }

  @Override
  public void onAllDataRead() {
    if (!over) {
      over = true;
      reader.body(body.toByteArray());
    }
  }

  @Override
  public void onError(Throwable cause) {
    if (!over) {
      over = true;
      reader.failed(cause);
    }
  }
}
