// Drives an MCP server with the official TypeScript SDK client and prints one JSON line per step.
// usage: node driver.mjs SCENARIO URL TRANSPORT [URL TRANSPORT]   (TRANSPORT: sse | streamable)
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  ListRootsRequestSchema,
  LoggingMessageNotificationSchema,
  ResourceUpdatedNotificationSchema
} from '@modelcontextprotocol/sdk/types.js';

const CALL_TIMEOUT_MS = 5_000;
const BURST_TIMEOUT_MS = 5_000;
const BURST_ROUNDS = 5;
const EVENT_TIMEOUT_MS = 5_000;

const print = (step, facts) => console.log(JSON.stringify({ step, ...facts }));

/** A step that fails is a line too, so that the others are still seen. */
async function step(name, facts) {
  try {
    print(name, await facts());
  } catch (error) {
    print(name, { error: String(error?.message ?? error) });
  }
}

/** What arrived, and a promise for what is still to come. */
function mailbox() {
  const items = [];
  const waiting = [];
  return {
    items,
    put(item) {
      items.push(item);
      waiting.filter(w => w.test(item)).forEach(w => w.done(item));
    },
    next(test) {
      const there = items.find(test);
      if (there) return Promise.resolve(there);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error('nothing arrived within ' + EVENT_TIMEOUT_MS + ' ms')),
          EVENT_TIMEOUT_MS
        );
        waiting.push({ test, done: item => (clearTimeout(timer), resolve(item)) });
      });
    }
  };
}

async function connect(url, kind, { name = 'interop-client', capabilities, label = kind } = {}) {
  const options = { requestInit: { headers: { 'X-Probe': label } } };
  const transport =
    kind === 'sse'
      ? new SSEClientTransport(new URL(url), options)
      : new StreamableHTTPClientTransport(new URL(url), options);
  const session = { transport, logs: mailbox(), updates: mailbox(), wire: mailbox() };
  const setVersion = transport.setProtocolVersion?.bind(transport);
  transport.setProtocolVersion = version => {
    session.protocolVersion = version;
    setVersion?.(version);
  };
  const send = transport.send.bind(transport);
  transport.send = (message, sendOptions) => {
    session.wire.put({ out: message });
    return send(message, sendOptions);
  };
  const client = new Client(
    { name, version: '1.0.0' },
    { capabilities: capabilities ?? { sampling: {}, elicitation: {}, roots: { listChanged: true } } }
  );
  if (!capabilities) {
    client.setRequestHandler(CreateMessageRequestSchema, async () => ({
      role: 'assistant',
      model: 'none',
      content: { type: 'text', text: 'by ' + label }
    }));
    client.setRequestHandler(ElicitRequestSchema, async () => ({ action: 'accept', content: { name: 'Ada' } }));
    client.setRequestHandler(ListRootsRequestSchema, async () => ({
      roots: [{ uri: 'file:///a' }, { uri: 'file:///b' }]
    }));
  }
  client.setNotificationHandler(LoggingMessageNotificationSchema, n => session.logs.put(n.params));
  client.setNotificationHandler(ResourceUpdatedNotificationSchema, n => session.updates.put(n.params));
  await client.connect(transport);
  const receive = transport.onmessage;
  transport.onmessage = (message, extra) => {
    session.wire.put({ in: message });
    receive(message, extra);
  };
  session.client = client;
  session.call = (tool, args = {}, callOptions = {}) =>
    client.callTool({ name: tool, arguments: args }, undefined, { timeout: CALL_TIMEOUT_MS, ...callOptions });
  session.close = async () => {
    if (kind === 'streamable') await transport.terminateSession();
    await client.close();
  };
  return session;
}

const text = result => ({ text: result.content?.[0]?.text, isError: result.isError ?? false });

/** Every feature, one after the other. */
async function features(url, kind) {
  const session = await connect(url, kind);
  const { client, call } = session;
  print('initialize', {
    protocolVersion: session.protocolVersion,
    server: client.getServerVersion()?.name,
    capabilities: client.getServerCapabilities()
  });
  await step('ping', async () => ({ result: await client.ping() }));
  await step('tools/list', async () => ({ names: (await client.listTools()).tools.map(t => t.name) }));
  await step('echo', async () => text(await call('echo', { message: 'grüße ☃' })));
  await step('who', async () => text(await call('who')));
  await step('headers', async () => text(await call('headers')));
  await step('progress', async () => {
    const callbacks = [];
    const result = await call('progress', {}, { onprogress: p => callbacks.push(p) });
    // From the wire: the SDK drops a callback whose notification comes in one piece with the answer.
    const token = session.wire.items
      .map(i => i.out)
      .find(m => m?.params?.name === 'progress')?.params._meta.progressToken;
    const notifications = session.wire.items
      .map(i => i.in)
      .filter(m => m?.method === 'notifications/progress')
      .map(m => m.params);
    return { ...text(result), callbacks: callbacks.length, tokenSent: token, notifications };
  });
  await step('progress without token', async () => text(await call('progress')));
  await step('sample', async () => text(await call('sample')));
  await step('elicit', async () => text(await call('elicit')));
  await step('roots', async () => text(await call('roots')));
  await step('log', async () => {
    const result = await call('log', { message: kind });
    return { ...text(result), notification: await session.logs.next(() => true) };
  });
  await step('resources/list', async () => ({
    uris: (await client.listResources()).resources.map(r => r.uri)
  }));
  await step('resources/read', async () => ({ contents: (await client.readResource({ uri: 'x://a' })).contents }));
  await step('resources/subscribe', async () => {
    const result = await client.subscribeResource({ uri: 'x://a' }, { timeout: CALL_TIMEOUT_MS });
    await session.updates.next(() => true);
    await call('sleep', { millis: 300 }); // a second, wrong one would arrive in this time
    return { result, updates: session.updates.items };
  });
  await step('prompts/get', async () => ({
    messages: (
      await client.getPrompt({ name: 'test_prompt_with_arguments', arguments: { arg1: 'one', arg2: 'two' } })
    ).messages
  }));
  await step('completion', async () => ({
    values: (
      await client.complete({
        ref: { type: 'ref/prompt', name: 'test_prompt_with_arguments' },
        argument: { name: 'arg1', value: 'par' }
      })
    ).completion.values
  }));
  await step('error result', async () => text(await call('test_error_handling')));
  await step('unknown prompt', async () => {
    try {
      await client.getPrompt({ name: 'no-such-prompt' });
      return { refused: false };
    } catch (error) {
      return { refused: true, code: error.code };
    }
  });
  await step('sleep', async () => text(await call('sleep', { millis: 50 })));
  await session.close();

  const plain = await connect(url, kind, { name: 'plain-client', capabilities: {} });
  await step('refused sample', async () => text(await plain.call('sample')));
  await step('refused elicit', async () => text(await plain.call('elicit')));
  await step('refused roots', async () => text(await plain.call('roots')));
  await plain.close();
}

/** Cancels a call when a line comes in on standard input, then shows that the session still works. */
async function cancel(url, kind) {
  const session = await connect(url, kind);
  const abort = new AbortController();
  const call = session.call('slow', { message: kind }, { signal: abort.signal });
  const input = createInterface({ input: process.stdin });
  input.once('line', () => {
    abort.abort('enough');
    input.close();
  });
  await step('cancelled', async () => {
    try {
      return text(await call);
    } catch (error) {
      return { rejected: String(error?.message ?? error) };
    }
  });
  await step('after', async () => text(await session.call('echo', { message: 'after' })));
  await session.close();
}

/** Calls at once in one session; each answer has to be that of its own question. */
async function burst(session, count, question) {
  const calls = Array.from({ length: count }, (_, i) => {
    const { tool, args, answer } = question(i);
    return session
      .call(tool, args, { timeout: BURST_TIMEOUT_MS })
      .then(result => (text(result).text === answer ? 'right' : 'wrong'))
      .catch(() => 'none');
  });
  const answers = await Promise.all(calls);
  const number = kind => answers.filter(answer => answer === kind).length;
  return { right: number('right'), wrong: number('wrong'), none: number('none') };
}

const echoes = label => i => ({
  tool: 'echo',
  args: { message: label + '-' + i },
  answer: 'Echo: ' + label + '-' + i
});

/** All of them are answered within a few milliseconds, from several threads. */
const sleepers = i => ({ tool: 'sleep', args: { millis: 300 + (i % 4) }, answer: 'slept ' + (300 + (i % 4)) });

/** Bursts of 16, until one is not all right. */
async function rounds(session, question) {
  const sum = { rounds: 0, right: 0, wrong: 0, none: 0 };
  while (sum.rounds < BURST_ROUNDS && sum.right === sum.rounds * 16) {
    const burst16 = await burst(session, 16, question);
    sum.rounds++;
    for (const kind in burst16) sum[kind] += burst16[kind];
  }
  return sum;
}

async function oneSession(url, kind) {
  const session = await connect(url, kind);
  await step('echo', () => rounds(session, echoes('burst')));
  await step('sleep', () => rounds(session, sleepers));
  await session.client.close();
}

/** Two clients at once, one per transport; nothing of one may reach the other. */
async function crosstalk(...endpoints) {
  const clients = [];
  for (let i = 0; i < endpoints.length; i += 2) {
    const label = 'client-' + i / 2;
    clients.push({ label, ...(await connect(endpoints[i], endpoints[i + 1], { label })) });
  }
  await Promise.all(
    clients.map(c =>
      step(c.label, async () => {
        const others = Promise.all([
          c.call('log', { message: c.label }),
          c.call('sample'),
          c.client.subscribeResource({ uri: 'x://a' }),
          c.call('progress', {}, { onprogress: () => {} })
        ]);
        const calls = await burst(c, 80, echoes(c.label));
        const [, sampled] = await others;
        await c.logs.next(() => true);
        await c.updates.next(() => true);
        await c.call('sleep', { millis: 500 }); // what belongs to the other would arrive in this time
        return {
          ...calls,
          sampled: text(sampled).text,
          logs: c.logs.items.map(l => l.data),
          updates: c.updates.items.length
        };
      })
    )
  );
  await Promise.all(clients.map(c => c.close()));
}

const scenarios = { features, cancel, oneSession, crosstalk };
const [scenario, ...args] = process.argv.slice(2);
if (!scenarios[scenario]) {
  console.error('No such scenario: ' + scenario + '. There are: ' + Object.keys(scenarios).join(', '));
  process.exit(2);
}
await scenarios[scenario](...args);
process.exit(0);
