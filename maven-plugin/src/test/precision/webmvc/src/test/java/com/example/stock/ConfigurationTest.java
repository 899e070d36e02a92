package com.example.stock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

@SpringBootTest(properties = "spring.ai.mcp.server.sse-endpoint=/stock/sse") ⟦use⟧
@TestPropertySource(properties = "spring.ai.mcp.client.sse.connections.a.url=http://localhost:1") ⟦use⟧
class ConfigurationTest {}
