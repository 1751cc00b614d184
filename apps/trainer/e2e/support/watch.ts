import type { BrowserContext } from '@playwright/test';

/** What goes on in a browser behind the screen. */
export type Watch = {
  /** Every address asked for, in order. */
  readonly asked: readonly string[];
  /** What must not happen: errors thrown, errors on the console, requests to anybody else. */
  problems(): string[];
  /** Console errors that this test provokes on purpose. */
  allow(pattern: RegExp): void;
};

// A refused question (400), or a history not built yet (412): the screens say so in words.
const ALWAYS_ALLOWED = /status of 4(00|12) /;

/** Listens to all pages of a context; `origin` is the only one they may ask. */
export function watchContext(context: BrowserContext, origin: string): Watch {
  const asked: string[] = [];
  const strange: string[] = [];
  const said: string[] = [];
  const allowed = [ALWAYS_ALLOWED];
  context.on('weberror', (error) => strange.push(`thrown: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    asked.push(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      strange.push(`asks ${url.origin}`);
  });
  return {
    asked,
    problems: () => [
      ...strange,
      ...said
        .filter((text) => !allowed.some((pattern) => pattern.test(text)))
        .map((text) => `console: ${text}`),
    ],
    allow: (pattern) => void allowed.push(pattern),
  };
}
