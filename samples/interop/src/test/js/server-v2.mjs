// A server of the TypeScript SDK 2.x with two tools. At /mcp it speaks the stateless revision 2026-07-28 and, to
// those who do not know it, Streamable HTTP without sessions.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

function mcp() {
  const server = new McpServer({ name: 'typescript-stateless', version: '1.0.0' });
  server.registerTool('echo', { description: 'Says it again', inputSchema: z.object({ message: z.string() }) },
    async ({ message }) => ({ content: [{ type: 'text', text: `Echo: ${message}` }] }));
  server.registerTool('progress', { description: 'Reports progress three times', inputSchema: z.object({}) },
    async (none, call) => {
      const progressToken = call.mcpReq._meta?.progressToken;
      for (let progress = 1; progress <= 3; progress++) {
        await call.mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 3 } });
        await setTimeout(120);
      }
      return { content: [{ type: 'text', text: 'done' }] };
    });
  return server;
}

const handler = createMcpHandler(mcp, { onerror: error => console.error(error) });

async function handle(request, response) {
  const url = new URL(request.url, `http://${request.headers.host}`);
  if (url.pathname !== '/mcp') {
    response.writeHead(404).end();
    return;
  }
  const body = request.method === 'POST' ? Readable.toWeb(request) : undefined;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const answer = await handler.fetch(
    new Request(url, { method: request.method, headers: request.headers, body, duplex: 'half', signal: gone.signal }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.flushHeaders();
  await (answer.body ? pipeline(Readable.fromWeb(answer.body), response) : response.end());
}

createServer((request, response) => {
  handle(request, response).catch(error => {
    console.error(error);
    response.destroy();
  });
}).listen(0, '127.0.0.1', function () {
  console.log(`listening on http://127.0.0.1:${this.address().port}`);
});
