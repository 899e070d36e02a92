package com.example

import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider

// HttpClientSseClientTransport(url) ⟦not⟧
class Server {
    val text = "WebMvcSseServerTransportProvider(mapper)" // ⟦not⟧
    fun client(url: String) = HttpClientSseClientTransport.builder(url).build() ⟦use⟧
    fun server(mapper: Any) = WebMvcSseServerTransportProvider(mapper, "/k/messages") ⟦use⟧
}
