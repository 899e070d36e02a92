import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider

class Notes {
    def transport = new HttpServletSseServerTransportProvider(null, '/g/message') ⟦use⟧
    // new HttpServletSseServerTransportProvider(null, '/g/message') ⟦not⟧
}
