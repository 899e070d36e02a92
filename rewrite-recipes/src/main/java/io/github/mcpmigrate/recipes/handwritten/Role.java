package io.github.mcpmigrate.recipes.handwritten;

/** What a place of a server by hand is there for, and what becomes of that. */
enum Role {
  STREAM(
      "event stream",
      "opens the stream of HTTP+SSE and sends its endpoint event: on Streamable HTTP clients post at once, and the engine opens streams"),
  SESSIONS(
      "session map",
      "keeps the streams by session id: the engine does, with limits and with an end for those that nobody uses"),
  POST(
      "POST handler",
      "takes the messages of a session and answers on its stream: on Streamable HTTP the answer is that of the POST"),
  DISPATCH(
      "dispatch", "answers a message of JSON-RPC: this stays, behind JsonRpcHandler of mcp-compat");

  private final String shape;
  private final String reason;

  Role(String shape, String reason) {
    this.shape = shape;
    this.reason = reason;
  }

  String shape() {
    return "hand-written " + shape;
  }

  String reason() {
    return reason;
  }
}
