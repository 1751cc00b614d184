// Goal: a console is told what changed and nothing else, whoever tells it, however slow it reads.
import { expect, test } from 'vitest';
import type { ConsoleSection } from '../../router/exercise-types.ts';
import { consoleFeed, type FeedSource } from './console-feed.ts';
import type { Made } from './team-table.ts';
import { markOf } from './told.ts';

class Source implements FeedSource {
  closed = false;
  gone = false;
  readonly #texts = new Map<ConsoleSection, string>();
  readonly #listeners = new Set<() => void>();

  set(section: ConsoleSection, text: string): this {
    this.#texts.set(section, text);
    for (const listener of this.#listeners) listener();
    return this;
  }

  async sections(): Promise<readonly Made[] | null> {
    if (this.gone) return null;
    return [...this.#texts].map(([section, text]) => ({
      section,
      value: text as never,
      mark: markOf(text),
    }));
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get watchers(): number {
    return this.#listeners.size;
  }
}

const read = async (feed: ReturnType<typeof consoleFeed>) => (await feed.next()).value!;

test('everything first, then only what changed; a slow reader gets the latest alone', async () => {
  const source = new Source().set('room', 'r1').set('inbox', 'i1');
  const feed = consoleFeed(source, null, new AbortController().signal);
  expect((await read(feed)).message).toEqual({ section: 'room', value: 'r1' });
  expect((await read(feed)).message).toEqual({ section: 'inbox', value: 'i1' });
  source.set('inbox', 'i2').set('inbox', 'i3').set('room', 'r1');
  expect((await read(feed)).message).toEqual({ section: 'inbox', value: 'i3' });
  await feed.return(undefined);
  expect(source.watchers).toBe(0);
});

test('a console goes on from its last id, with another process too', async () => {
  const source = new Source().set('room', 'r1').set('inbox', 'i1');
  const first = consoleFeed(source, null, new AbortController().signal);
  await read(first);
  const { id } = await read(first);
  await first.return(undefined);
  const elsewhere = new Source().set('room', 'r1').set('inbox', 'i2');
  const second = consoleFeed(elsewhere, id, new AbortController().signal);
  expect((await read(second)).message).toEqual({ section: 'inbox', value: 'i2' });
  const anew = consoleFeed(elsewhere, 'nonsense', new AbortController().signal);
  expect((await read(anew)).message.section).toBe('room');
});

test('it ends when it is aborted, when the source closes, and when nothing is to be told any more', async () => {
  const abort = new AbortController();
  const source = new Source().set('room', 'r1');
  const feed = consoleFeed(source, null, abort.signal);
  await read(feed);
  const next = feed.next();
  abort.abort();
  expect((await next).done).toBe(true);
  const removed = consoleFeed(source, null, new AbortController().signal);
  await read(removed);
  const after = removed.next();
  source.gone = true;
  source.set('room', 'r2');
  expect((await after).done).toBe(true);
});
