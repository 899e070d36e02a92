package io.github.mcpmigrate.samples.interop;

/** The two transports that a sessionful HTTP client may speak. */
enum Transport {
  SSE("sse", "/sse"),
  STREAMABLE("streamable", "/mcp");

  private final String driverName;
  private final String path;

  Transport(String driverName, String path) {
    this.driverName = driverName;
    this.path = path;
  }

  /** What the driver calls it. */
  String driverName() {
    return driverName;
  }

  /** Where the everything server offers it. */
  String path() {
    return path;
  }
}
