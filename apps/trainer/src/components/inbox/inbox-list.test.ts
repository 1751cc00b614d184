import { expect, test } from 'vitest';
import type { InboxItem, RecordCard } from '@dwell/simulator/router';
import { linksOf, shownItems } from './inbox-list.ts';

const item = (id: string, at: number, more: Partial<InboxItem> = {}): InboxItem => ({
  id,
  to: ['care'],
  channel: 'ticket',
  from: 'A customer',
  subject: { en: `About ${id}`, ko: `${id} 문의` },
  body: { en: 'Where is my parcel?', ko: '택배가 어디 있나요?' },
  at,
  read: null,
  options: [],
  answerable: false,
  answers: [],
  hintsLeft: 0,
  hints: [],
  ...more,
});

const evidence = (inject: string, links: readonly string[]): RecordCard => ({
  sequence: 1,
  at: 0,
  by: 'p',
  role: 'care',
  entry: { kind: 'evidence', title: 'Same story', inject, links },
});

const INBOX = [
  item('one', 1, { body: { en: 'A stranger knew my door code', ko: '모르는 사람이' } }),
  item('two', 2, { answerable: true }),
  item('three', 3, { channel: 'mail', read: { at: 3, by: 'p' } }),
];
const NONE = new Map<string, readonly string[]>();
const ids = (...ask: Parameters<typeof shownItems>) => shownItems(...ask).map(({ id }) => id);

// Goal: the one ticket in forty that matters can be found: by channel, by state, by its words.
test('filters and words narrow the list, newest first', () => {
  const ask = { search: '', language: 'en' } as const;
  expect(ids(INBOX, NONE, { ...ask, filter: 'all' })).toEqual(['three', 'two', 'one']);
  expect(ids(INBOX, NONE, { ...ask, filter: 'ticket' })).toEqual(['two', 'one']);
  expect(ids(INBOX, NONE, { ...ask, filter: 'unread' })).toEqual(['two', 'one']);
  expect(ids(INBOX, NONE, { ...ask, filter: 'waiting' })).toEqual(['two']);
  expect(ids(INBOX, NONE, { ...ask, filter: 'all', search: 'DOOR stranger' })).toEqual(['one']);
});

test('items linked in the record lead to each other', () => {
  const links = linksOf([evidence('one', ['two', 'three'])]);
  expect(links.get('one')).toEqual(['two', 'three']);
  expect(links.get('three')).toEqual(['one', 'two']);
  const ask = { filter: 'linked', search: '', language: 'en' } as const;
  expect(ids(INBOX, links, ask)).toEqual(['three', 'two', 'one']);
});
