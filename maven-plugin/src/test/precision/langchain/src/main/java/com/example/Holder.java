package com.example;

import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

record Holder(HttpMcpTransport transport) {} ⟦use⟧
