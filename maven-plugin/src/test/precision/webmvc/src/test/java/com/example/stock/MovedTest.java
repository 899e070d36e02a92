package com.example.stock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

@SpringBootTest(properties = "spring.ai.mcp.server.protocol=STREAMABLE") ⟦not⟧
@TestPropertySource(properties = {
  "spring.ai.mcp.server.protocol=SSE", ⟦use⟧
  "spring.ai.mcp.server.name=stock", ⟦not⟧
})
class MovedTest {}
