package legacy;

/** A server lives until whoever started it says that it is to close, and then until that goes away. */
final class Life {

  private Life() {}

  static void live(int port, AutoCloseable server) {
    System.out.println("listening on " + port);
    try {
      if (System.in.read() == 'c') {
        server.close();
        System.out.println("closed");
        while (System.in.read() >= 0) {
          // Until the pipe is closed.
        }
      }
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
