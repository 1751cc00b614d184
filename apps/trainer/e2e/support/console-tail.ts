import type { ConsoleMessage, ConsoleSections } from '@dwell/simulator/router';

const AGAIN_MS = 250;

/** A person's console as it is told, without a screen: taken up again after every cut, as browsers do. */
export class ConsoleTail {
  readonly sections: Partial<ConsoleSections> = {};
  /** When the stream began to speak, each time; wall ms. */
  readonly begun: number[] = [];
  /** How many items the inbox had, each time it was told. */
  readonly inboxes: number[] = [];
  readonly #stop = new AbortController();
  #lastId: string | null = null;

  constructor(url: string, exerciseId: string, cookie: string) {
    void this.#follow(`${url}/api/trpc/exercise.live`, exerciseId, cookie);
  }

  close(): void {
    this.#stop.abort();
  }

  async #follow(url: string, exerciseId: string, cookie: string): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const lastEventId = this.#lastId;
      const input = JSON.stringify({ exerciseId, ...(lastEventId ? { lastEventId } : {}) });
      const headers = { cookie, accept: 'text/event-stream' };
      try {
        const answer = await fetch(`${url}?input=${encodeURIComponent(input)}`, {
          headers,
          signal,
        });
        await this.#read(answer.body!);
      } catch {
        // Cut off, or nobody there: again below.
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const piece of body) {
      const parts = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
      rest = parts.pop()!;
      for (const part of parts) this.#event(part);
    }
  }

  #event(text: string): void {
    const field = (name: string) =>
      text
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    if (field('event') === 'connected') this.begun.push(Date.now());
    const id = field('id');
    if (field('event') !== undefined || id === undefined) return;
    const { section, value } = JSON.parse(field('data')!) as ConsoleMessage;
    Object.assign(this.sections, { [section]: value });
    if (section === 'inbox') this.inboxes.push(value.length);
    this.#lastId = id;
  }
}
