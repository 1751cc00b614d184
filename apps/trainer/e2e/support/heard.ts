import type { Page } from '@playwright/test';

/** Everything of words that a browser has received: pages, answers, and each message of its streams. */
export type Heard = {
  /** Waits for bodies still on their way; then what has come so far, oldest first. */
  all(): Promise<readonly Received[]>;
};

type Received = { from: string; text: string };

type StreamMessage = { requestId: string; data: string };
type Asked = { requestId: string; request: { url: string } };

/** Starts to listen; to be called before the page goes anywhere. Scripts and pictures are left out. */
export async function listen(page: Page): Promise<Heard> {
  const received: Received[] = [];
  const underway = new Set<Promise<void>>();
  const urls = new Map<string, string>();
  page.on('response', (response) => {
    const url = response.url();
    const kind = response.headers()['content-type'] ?? '';
    if (url.includes('/_next/static/') || !/json|html|text\/(x-component|plain)/.test(kind)) return;
    // A body is gone when the page left before it had come: then nobody has read it either.
    const taking = response.text().then(
      (text) => void received.push({ from: url, text }),
      () => undefined,
    );
    underway.add(taking);
    void taking.finally(() => underway.delete(taking));
  });
  // Streams never end, so their messages are taken one by one.
  const inspector = await page.context().newCDPSession(page);
  inspector.on('Network.requestWillBeSent', ({ requestId, request }: Asked) =>
    urls.set(requestId, request.url),
  );
  inspector.on('Network.eventSourceMessageReceived', ({ requestId, data }: StreamMessage) =>
    received.push({ from: urls.get(requestId) ?? 'stream', text: data }),
  );
  await inspector.send('Network.enable');
  return {
    async all() {
      await Promise.all(underway);
      return received;
    },
  };
}

/** Every key of every object in a text that is JSON, with what it holds; nothing of other texts. */
export function* keysOf(text: string): Generator<{ key: string; value: unknown }> {
  const open: unknown[] = [];
  try {
    open.push(JSON.parse(text));
  } catch {
    return;
  }
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) open.push(...(value as unknown[]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        yield { key, value: inner };
        open.push(inner);
      }
  }
}
