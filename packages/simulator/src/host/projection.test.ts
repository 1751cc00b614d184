import { expect, test } from 'vitest';
import type { DomainEvent } from '../run/frame.ts';
import type { Inject } from '../scenario/types.ts';
import { projectEvents } from './projection.ts';
import { savedHunts } from './saved-hunts.ts';

// Goal: what a screen gets is what its viewer may know, worded as the scenario words it.

const sent: Inject = {
  id: 'first-mail',
  at: 5,
  to: 'care',
  channel: 'mail',
  from: 'somebody',
  subject: { en: 'Hello', ko: '안녕' },
  body: { en: 'Text', ko: '본문' },
};
const event = (kind: string, visibility: 'shop' | 'truth', values = {}): DomainEvent => ({
  at: 5,
  kind,
  visibility,
  values,
});

test('an event that sent something carries its wording; the values stay as they are', () => {
  const values = { id: 'first-mail', to: 'care', channel: 'mail' };
  const viewer = { id: 'x', name: 'x', role: 'trainee' as const };
  const [seen] = projectEvents(viewer, [event('inject.sent', 'shop', values)], [sent]);
  expect(seen).toEqual({
    ...event('inject.sent', 'shop', values),
    inject: { from: 'somebody', subject: sent.subject, body: sent.body },
  });
});

test('nobody but an instructor gets an event of the truth, and no event gets another wording', () => {
  const events = [event('attacker.moved', 'truth'), event('key.published', 'shop')];
  const seenBy = (role: 'trainee' | 'instructor') =>
    projectEvents({ id: 'x', name: 'x', role }, events, [sent]);
  expect(seenBy('trainee')).toEqual([events[1]]);
  expect(seenBy('instructor')).toEqual(events);
});

test('every shipped hunt says what it looks for and by which technique', () => {
  const hunts = savedHunts();
  expect(hunts.map((hunt) => hunt.name)).toContain('never-issued');
  for (const hunt of hunts) {
    expect(hunt.hypothesis, hunt.name).not.toBeNull();
    expect(hunt.technique, hunt.name).toMatch(/^T\d{4}/);
    expect(hunt.sql, hunt.name).toMatch(/^(select|with)\b/i);
  }
});
