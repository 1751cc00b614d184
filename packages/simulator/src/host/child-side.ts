import { ourFault } from '@dwell/core';
import { errorOnWire, type FromChild, type ToChild } from './child.ts';

const ALIVE_MS = 1_000;

export type Methods = { readonly [method: string]: (...args: never[]) => unknown };

/** Posts a message to the parent; nothing happens once the parent is gone. */
export function post(message: unknown): void {
  send({ type: 'post', post: message });
}

/** Tells the parent that long work goes on. Call it between pieces of work that block. */
export function alive(): void {
  send({ type: 'alive' });
}

function send(message: FromChild<unknown>): void {
  if (process.connected) process.send!(message, undefined, undefined, () => undefined);
}

/**
 * The child's side of `Child`: answers calls by name, says it is alive every second, and ends with
 * its parent.
 */
export function serveCalls(methods: Methods): void {
  process.on('disconnect', () => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  setInterval(alive, ALIVE_MS);
  process.on('message', (message: ToChild) => {
    void answer(methods, message);
  });
}

async function answer(methods: Methods, { id, method, args }: ToChild): Promise<void> {
  try {
    const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!run) throw ourFault('CHILD_METHOD', `no method "${method}"`, 'child process');
    const value = await (run as (...args: unknown[]) => unknown)(...args);
    send({ type: 'reply', id, ok: true, value });
  } catch (error) {
    send({ type: 'reply', id, ok: false, error: errorOnWire(error) });
  }
}
