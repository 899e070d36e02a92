// Drives an MCP server with the official TypeScript SDK client and prints one JSON line per step.
// usage: node driver.mjs CLIENT SCENARIO [MORE]... URL TRANSPORT [URL TRANSPORT]...
// (CLIENT: typescript-v1 | typescript-v2 | typescript-v2-auto, TRANSPORT: sse | streamable)
import { createInterface } from 'node:readline';

const CALL_TIMEOUT_MS = 15_000;
const BURST_TIMEOUT_MS = 15_000;
const BURST_ROUNDS = 5;
const EVENT_TIMEOUT_MS = 15_000;

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
  const authorization = process.env.DRIVER_AUTHORIZATION;
  const options = {
    requestInit: { headers: { 'X-Probe': label, ...(authorization && { Authorization: authorization }) } }
  };
  const transport = new sdk.transports[kind](new URL(url), options);
  const session = { transport, logs: mailbox(), updates: mailbox(), changes: mailbox(), wire: mailbox() };
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
  const client = sdk.newClient(
    { name, version: '1.0.0' },
    capabilities ?? { sampling: {}, elicitation: {}, roots: { listChanged: true } }
  );
  if (!capabilities) {
    sdk.onRequest(client, 'sampling/createMessage', async () => ({
      role: 'assistant',
      model: 'none',
      content: { type: 'text', text: 'by ' + label }
    }));
    sdk.onRequest(client, 'elicitation/create', async () => ({ action: 'accept', content: { name: 'Ada' } }));
    sdk.onRequest(client, 'roots/list', async () => ({
      roots: [{ uri: 'file:///a' }, { uri: 'file:///b' }]
    }));
  }
  sdk.onNotification(client, 'notifications/message', n => session.logs.put(n.params));
  sdk.onNotification(client, 'notifications/resources/updated', n => session.updates.put(n.params));
  sdk.onNotification(client, 'notifications/tools/list_changed', () => session.changes.put('tools'));
  await client.connect(transport);
  const receive = transport.onmessage;
  transport.onmessage = (message, extra) => {
    session.wire.put({ in: message });
    receive(message, extra);
  };
  session.client = client;
  session.call = (tool, args = {}, callOptions = {}, _meta = undefined) =>
    sdk.callTool(client, { name: tool, arguments: args, ...(_meta && { _meta }) }, { timeout: CALL_TIMEOUT_MS, ...callOptions });
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

/** Calls at once in one session, or one by one; each answer has to be that of its own question. */
async function burst(session, count, question, oneByOne = false) {
  const call = async i => {
    const { tool, args, answer, progressToken } = question(i);
    try {
      const result = await session.call(tool, args, { timeout: BURST_TIMEOUT_MS }, progressToken && { progressToken });
      return text(result).text === answer ? 'right' : 'wrong';
    } catch (error) {
      return 'none: ' + error.message;
    }
  };
  const numbers = Array.from({ length: count }, (_, i) => i);
  const answers = [];
  if (oneByOne) {
    for (const i of numbers) answers.push(await call(i));
  } else {
    answers.push(...(await Promise.all(numbers.map(call))));
  }
  const number = kind => answers.filter(answer => answer.startsWith(kind)).length;
  const errors = answers.filter(answer => answer.startsWith('none'));
  return { right: number('right'), wrong: number('wrong'), none: errors.length, errors };
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
  const sum = { rounds: 0, right: 0, wrong: 0, none: 0, errors: [] };
  while (sum.rounds < BURST_ROUNDS && sum.right === sum.rounds * 16) {
    const burst16 = await burst(session, 16, question);
    sum.rounds++;
    for (const kind of ['right', 'wrong', 'none']) sum[kind] += burst16[kind];
    sum.errors.push(...burst16.errors);
  }
  return sum;
}

async function oneSession(url, kind) {
  const session = await connect(url, kind);
  await step('echo', () => rounds(session, echoes('burst')));
  await step('sleep', () => rounds(session, sleepers));
  await session.client.close();
}

/** Of 80 calls every fourth logs and every fourth reports progress, under a token that names the client. */
const mixture = label => i => {
  const mine = label + '-' + i;
  if (i % 4 === 1) return { tool: 'log', args: { message: mine }, answer: 'logged' };
  if (i % 4 === 3) return { tool: 'progress', progressToken: mine, answer: 'progress done tok=true' };
  return { tool: 'echo', args: { message: mine }, answer: 'Echo: ' + mine };
};

/** What came over the wire of a client and is not its own: of another client, or for the second time. */
function strangers({ label, wire }) {
  const asked = new Set(wire.items.map(i => i.out?.method && i.out.id).filter(id => id !== undefined));
  const counts = new Map();
  const first = (key, times) => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key) <= times;
  };
  const own = message => {
    switch (message.method) {
      case undefined:
        return asked.has(message.id) && first('answer ' + message.id, 1);
      case 'notifications/message':
        return message.params.data.startsWith('private-' + label + '-') && first(message.params.data, 1);
      case 'notifications/progress':
        return message.params.progressToken.startsWith(label + '-') && first(message.params.progressToken, 3);
      case 'notifications/resources/updated':
        return first('update', 1);
      default:
        return message.method === 'sampling/createMessage' && first('sampling', 1);
    }
  };
  return wire.items.map(i => i.in).filter(message => message && !own(message));
}

const crosstalk = (...endpoints) => together([], endpoints);

/** The SDK's own HTTP+SSE servlet breaks a stream that several calls write to. */
const crosstalkOneByOneOverSse = (...endpoints) => together(['sse'], endpoints);

/** Several clients at once; nothing of one may reach another. Those of some kinds make one call after the other. */
async function together(oneByOne, endpoints) {
  const clients = [];
  for (let i = 0; i < endpoints.length; i += 2) {
    const label = 'client-' + i / 2;
    const kind = endpoints[i + 1];
    clients.push({ label, oneByOne: oneByOne.includes(kind), ...(await connect(endpoints[i], kind, { label })) });
  }
  await Promise.all(
    clients.map(c =>
      step(c.label, async () => {
        const sample = c.call('sample');
        if (c.oneByOne) await sample;
        const subscribed = c.client.subscribeResource({ uri: 'x://a' }, { timeout: CALL_TIMEOUT_MS });
        if (c.oneByOne) await subscribed.then(() => c.updates.next(() => true));
        const calls = await burst(c, 80, mixture(c.label), c.oneByOne);
        const [sampled] = await Promise.all([sample, subscribed]);
        await c.updates.next(() => true);
        return { ...calls, sampled: text(sampled).text };
      })
    )
  );
  // What belongs to another would arrive in this time, for nobody makes any more.
  await Promise.all(clients.map(c => c.call('sleep', { millis: 500 })));
  for (const c of clients) {
    print(c.label + ' heard', {
      logs: c.logs.items.length,
      progress: c.wire.items.filter(i => i.in?.method === 'notifications/progress').length,
      updates: c.updates.items.length,
      strangers: strangers(c)
    });
  }
  await Promise.all(clients.map(c => c.close()));
}

/** A tool that comes while a client is connected on each transport. */
async function newTool(...endpoints) {
  const clients = [];
  for (let i = 0; i < endpoints.length; i += 2) {
    const kind = endpoints[i + 1];
    const session = await connect(endpoints[i], kind);
    print(kind + ' tools', { names: (await session.client.listTools()).tools.map(t => t.name) });
    clients.push({ kind, ...session });
  }
  print('connected', {});
  await Promise.all(
    clients.map(c =>
      step(c.kind + ' told', async () => {
        await c.changes.next(() => true);
        const names = (await c.client.listTools()).tools.map(t => t.name);
        return { names, ...text(await c.call(names.find(name => name.startsWith('late')))) };
      })
    )
  );
  await Promise.all(clients.map(c => c.close()));
}

/** What becomes of clients that may not connect. */
async function connecting(...endpoints) {
  for (let i = 0; i < endpoints.length; i += 2) {
    await step(endpoints[i + 1], async () => {
      try {
        const session = await connect(endpoints[i], endpoints[i + 1]);
        await session.close();
        return { connected: true };
      } catch (error) {
        return { connected: false, status: error.data?.status ?? error.code };
      }
    });
  }
}

/** A client that tries one transport after the other, as the SDK's guide and mcp-remote do. */
async function fallback(...endpoints) {
  const refused = [];
  for (let i = 0; i < endpoints.length; i += 2) {
    let session;
    try {
      session = await connect(endpoints[i], endpoints[i + 1]);
    } catch (error) {
      refused.push(endpoints[i + 1] + ': ' + error.message);
      continue;
    }
    print('connected', { kind: endpoints[i + 1], refused });
    await step('tools', async () => ({ names: (await session.client.listTools()).tools.map(t => t.name) }));
    await session.close();
    return;
  }
  print('connected', { kind: 'none', refused });
}

/** One client after the other ends while those that stay have a call in flight, which is to come to its end. */
async function leaving(...endpoints) {
  const clients = [];
  for (let i = 0; i < endpoints.length; i += 2) {
    clients.push({ name: 'client-' + i / 2, ...(await connect(endpoints[i], endpoints[i + 1])) });
  }
  while (clients.length > 1) {
    const leaves = clients.shift();
    await step(leaves.name + ' left', async () => {
      const calls = clients.map(c => c.call('sleep', { millis: 300 }));
      await leaves.close();
      const slept = (await Promise.all(calls)).map(result => text(result).text);
      const sampled = (await Promise.all(clients.map(c => c.call('sample')))).map(result => text(result).text);
      return { slept, sampled };
    });
  }
  await clients[0].close();
}

/** A tool that the server offers from the call of another tool on, and who hears of it. */
async function offering(trigger, offered, ...endpoints) {
  const clients = [];
  for (let i = 0; i < endpoints.length; i += 2) {
    clients.push({ kind: endpoints[i + 1], ...(await connect(endpoints[i], endpoints[i + 1])) });
  }
  const before = await Promise.all(clients.map(c => c.client.listTools()));
  await clients[0].call(trigger);
  await Promise.all(clients.map(c => c.changes.next(() => true)));
  const after = await Promise.all(clients.map(c => c.client.listTools()));
  const has = list => list.tools.some(tool => tool.name === offered);
  clients.forEach((c, i) =>
    print('client-' + i, { kind: c.kind, told: c.changes.items.length, before: has(before[i]), after: has(after[i]) })
  );
  await Promise.all(clients.map(c => c.close()));
}

/** The tools of a server, and what one of them answers. */
async function calling(tool, args, url, kind) {
  const session = await connect(url, kind);
  print('tools', { names: (await session.client.listTools()).tools.map(t => t.name) });
  await step('call', async () => {
    const result = await session.call(tool, JSON.parse(args), { onprogress: () => {} });
    // From the wire: the SDK drops a callback whose notification comes in one piece with the answer.
    const progress = session.wire.items.filter(i => i.in?.method === 'notifications/progress').length;
    return { ...text(result), progress };
  });
  await session.close();
}

const scenarios = {
  features,
  cancel,
  oneSession,
  crosstalk,
  crosstalkOneByOneOverSse,
  newTool,
  connecting,
  fallback,
  leaving,
  offering,
  calling
};
const [version, scenario, ...args] = process.argv.slice(2);
if (!scenarios[scenario]) {
  console.error('No such scenario: ' + scenario + '. There are: ' + Object.keys(scenarios).join(', '));
  process.exit(2);
}
const sdk = await import('./' + version + '.mjs');
await scenarios[scenario](...args);
// Not at once: a pipe takes a long line in parts.
process.stdout.write('', () => process.exit(0));
