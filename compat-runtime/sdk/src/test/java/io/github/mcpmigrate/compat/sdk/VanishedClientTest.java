package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that vanishes takes nobody else's stream with it. */
class VanishedClientTest {

  @ParameterizedTest
  @EnumSource(Door.class)
  void deadStreamsDoNotHarmThoseThatLive(Door door) throws Exception {
    try (TestServer server = TestServer.start(door)) {
      for (int round = 0; round < 10; round++) {
        List<Socket> dead = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          String session = server.client.streamable("2025-06-18");
          Socket socket = new Socket("127.0.0.1", server.port());
          String request =
              "GET /mcp HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                  + "Mcp-Session-Id: "
                  + session
                  + "\r\n\r\n";
          socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
          assertThat(socket.getInputStream().read()).isEqualTo('H');
          socket.setSoLinger(true, 0);
          dead.add(socket);
        }
        for (Socket socket : dead) {
          socket.close();
        }
        server.server.notifyToolsListChanged();
        String session = server.client.streamable("2025-06-18");
        for (int i = 0; i < 6; i++) {
          try (EventStream stream =
              new EventStream(
                  server
                      .client
                      .open(
                          "POST",
                          "/mcp",
                          RawClient.call(1, "progress", "{}"),
                          "Mcp-Session-Id",
                          session)
                      .body())) {
            stream.next("\"progress\":1");
            stream.next("\"progress\":2");
            stream.next("\"progress\":3");
            stream.next("progress done");
            assertThat(stream.next()).isEqualTo(EventStream.END);
          }
        }
      }
    }
  }
}
