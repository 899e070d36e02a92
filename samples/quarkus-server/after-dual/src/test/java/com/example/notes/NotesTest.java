package com.example.notes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.mcp.server.test.McpAssured;
import io.quarkiverse.mcp.server.test.McpAssured.McpSseTestClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotesTest {

  @Test
  void keepsANote() {
    McpSseTestClient client = McpAssured.newConnectedSseClient();
    client
        .when()
        .toolsCall(
            "add_note",
            Map.of("text", "Water the plants"),
            answer ->
                assertTrue(answer.content().get(0).asText().text().startsWith("Kept as note")))
        .thenAssertResults();
    client.disconnect();
  }
}
