// The official TypeScript SDK, version 1, as driver.mjs uses it.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  ListRootsRequestSchema,
  LoggingMessageNotificationSchema,
  ResourceUpdatedNotificationSchema,
  ToolListChangedNotificationSchema
} from '@modelcontextprotocol/sdk/types.js';

const SCHEMAS = {
  'sampling/createMessage': CreateMessageRequestSchema,
  'elicitation/create': ElicitRequestSchema,
  'roots/list': ListRootsRequestSchema,
  'notifications/message': LoggingMessageNotificationSchema,
  'notifications/resources/updated': ResourceUpdatedNotificationSchema,
  'notifications/tools/list_changed': ToolListChangedNotificationSchema
};

export const transports = { sse: SSEClientTransport, streamable: StreamableHTTPClientTransport };
export const newClient = (info, capabilities) => new Client(info, { capabilities });
export const onRequest = (client, method, handler) => client.setRequestHandler(SCHEMAS[method], handler);
export const onNotification = (client, method, handler) => client.setNotificationHandler(SCHEMAS[method], handler);
export const callTool = (client, params, options) => client.callTool(params, undefined, options);
