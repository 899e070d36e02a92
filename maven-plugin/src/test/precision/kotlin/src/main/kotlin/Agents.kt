package com.example

import ai.koog.agents.mcp.McpToolRegistryProvider

suspend fun tools() = McpToolRegistryProvider.fromSseUrl("http://localhost/koog") ⟦use⟧
