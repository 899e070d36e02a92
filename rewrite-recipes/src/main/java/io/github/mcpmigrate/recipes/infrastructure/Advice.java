package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.InitializeRequest;
import io.github.mcpmigrate.recipes.infrastructure.OwnAddresses.Mention;

/**
 * What to write in place of an address of HTTP+SSE.
 *
 * @param keepsHttpSse whether it is served on
 * @param whyNoHealth what is known of a health endpoint that could be asked instead
 */
record Advice(boolean keepsHttpSse, String whyNoHealth) {

  private static final String LET_THROUGH =
      ": for GET, POST and DELETE, unbuffered, with Mcp-Session-Id, MCP-Protocol-Version and Last-Event-ID let through";

  private static final String NEVER_ENDS =
      "an event stream never ends, so that this waits until it times out";

  /**
   * What to say of a health check.
   *
   * @param around the command, as far as it is known
   */
  String health(Mention mention, String around) {
    boolean hidden = around.matches("(?s).*(?:exit 0|\\|\\| *true|-eq 28|= *28|\\|\\| *:).*");
    return (hidden ? NEVER_ENDS + ", and what it then says is made to look healthy" : NEVER_ENDS)
        + ": "
        + whyNoHealth
        + "; GET "
        + mention.becomes().orElse("of the new endpoint")
        + " is no health check either";
  }

  String watched(Mention mention) {
    return mention
        .becomes()
        .map(
            becomes ->
                keepsHttpSse
                    ? "counts those who are left on HTTP+SSE: Streamable HTTP is at " + becomes
                    : "nothing comes here any more: Streamable HTTP is at "
                        + becomes
                        + ", where most requests are short")
        .orElse("no message comes here any more");
  }

  String asked(Mention mention) {
    return mention
        .becomes()
        .map(
            becomes ->
                (keepsHttpSse ? "tells only of HTTP+SSE; of Streamable HTTP: " : "write: ")
                    + InitializeRequest.curl(becomes))
        .orElse("messages are no longer posted here: post them to the MCP endpoint");
  }

  String url(Mention mention, boolean elsewhere) {
    String whoever =
        elsewhere
            ? "nobody can tell from here whether this leads to a server of this project; if it does, it "
            : "not edited, since whoever reads it has to speak Streamable HTTP first: it ";
    return mention
        .becomes()
        .map(becomes -> whoever + "becomes " + becomes)
        .orElse("messages are no longer posted here");
  }

  String route(Mention mention) {
    return mention
        .becomes()
        .map(
            becomes ->
                (keepsHttpSse
                        ? becomes + " needs the same beside this"
                        : "is no longer served, Streamable HTTP is at " + becomes)
                    + LET_THROUGH)
        .orElse("is no longer served: messages go to the MCP endpoint");
  }
}
