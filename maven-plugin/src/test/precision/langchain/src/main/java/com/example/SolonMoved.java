package com.example;

import org.noear.solon.ai.mcp.McpChannel;
import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

@McpServerEndpoint(channel = McpChannel.STREAMABLE, mcpEndpoint = "/mcp") ⟦not⟧
class SolonMoved {}
