// The official TypeScript SDK, version 2, that asks for 2026-07-28 first.
import { Client } from '@modelcontextprotocol/client';

export * from './typescript-v2.mjs';
export const newClient = (info, capabilities) =>
  new Client(info, { capabilities, versionNegotiation: { mode: 'auto' } });
