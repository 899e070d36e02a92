// A server of the TypeScript SDK 1.x with one tool, on HTTP+SSE or Streamable HTTP.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';

const kind = process.argv[2];
const transports = new Map();

function mcp() {
  const server = new McpServer({ name: `typescript-${kind}`, version: '1.0.0' });
  server.registerTool('echo', { description: 'Says it again', inputSchema: { message: z.string() } },
    async ({ message }) => ({ content: [{ type: 'text', text: `Echo: ${message}` }] }));
  return server;
}

function refuse(response, status, allow) {
  response.writeHead(status, allow ? { Allow: allow } : {}).end();
}

async function sse(request, response, url) {
  if (url.pathname === '/sse' && request.method === 'GET') {
    const transport = new SSEServerTransport('/messages', response);
    transports.set(transport.sessionId, transport);
    transport.onclose = () => transports.delete(transport.sessionId);
    await mcp().connect(transport);
  } else if (url.pathname === '/messages' && request.method === 'POST') {
    const transport = transports.get(url.searchParams.get('sessionId'));
    await (transport ? transport.handlePostMessage(request, response) : refuse(response, 404));
  } else {
    refuse(response, url.pathname === '/sse' ? 405 : 404, url.pathname === '/sse' && 'GET');
  }
}

async function streamable(request, response, url) {
  if (url.pathname !== '/mcp') {
    refuse(response, 404);
    return;
  }
  const session = request.headers['mcp-session-id'];
  let transport = transports.get(session);
  if (session && !transport) {
    refuse(response, 404);
    return;
  }
  if (!transport) {
    transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: id => transports.set(id, transport),
      onsessionclosed: id => transports.delete(id),
    });
    await mcp().connect(transport);
  }
  await transport.handleRequest(request, response);
}

const handle = { sse, streamable }[kind];
createServer((request, response) => {
  handle(request, response, new URL(request.url, 'http://localhost')).catch(error => {
    console.error(error);
    response.destroy();
  });
}).listen(0, '127.0.0.1', function () {
  console.log(`listening on http://127.0.0.1:${this.address().port}`);
});
