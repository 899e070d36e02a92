package com.example

import io.ktor.server.application.Application
import io.modelcontextprotocol.kotlin.sdk.client.mcpSse
import io.modelcontextprotocol.kotlin.sdk.server.mcp
import io.modelcontextprotocol.kotlin.sdk.server.mcpStreamableHttp

fun Application.old() {
    mcp { server() } ⟦use⟧
}

fun Application.new() {
    mcpStreamableHttp { server() } ⟦not⟧
}

suspend fun client(http: Any) = http.mcpSse("http://localhost/k") ⟦use⟧
