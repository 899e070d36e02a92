// The official TypeScript SDK, version 2, as driver.mjs uses it: as it is by default.
import { Client, SSEClientTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

export const transports = { sse: SSEClientTransport, streamable: StreamableHTTPClientTransport };
export const newClient = (info, capabilities) => new Client(info, { capabilities });
export const onRequest = (client, method, handler) => client.setRequestHandler(method, handler);
export const onNotification = (client, method, handler) => client.setNotificationHandler(method, handler);
export const callTool = (client, params, options) => client.callTool(params, options);
