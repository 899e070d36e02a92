package com.example;

import io.quarkiverse.mcp.server.test.McpAssured;

class ToolsTest {
  void asks() {
    McpAssured.newConnectedSseClient(); ⟦use⟧
    McpAssured.newSseClient().build(); ⟦use⟧
    McpAssured.newConnectedStreamableClient(); ⟦not⟧
  }
}
