// Goal: the timeline tells the story: what matters first, nothing over and over, in order of time.
import { expect, test } from 'vitest';
import { makeAlert, makeHistory, makeInject, makeMoment } from '../testing/make-history.ts';
import { keyMoments } from './key-moments.ts';

const many = (kind: 'missed' | 'decision' | 'alert', count: number, subject?: string) =>
  Array.from({ length: count }, (_, n) =>
    makeMoment(`${kind}${n}`, kind, n * 1000, { ...(subject && { subject }) }),
  );

test('no kind takes more than a third of the places', () => {
  const moments = [...many('missed', 50), ...many('decision', 3)];
  const shown = keyMoments(makeHistory({ moments }), 30);
  expect(shown.filter(({ kind }) => kind === 'missed')).toHaveLength(10);
  expect(shown.filter(({ kind }) => kind === 'decision')).toHaveLength(3);
});

test('what repeats by itself is told once; what people do again is told again', () => {
  const moments = [...many('alert', 9, 'walk'), ...many('decision', 2, 'rotate-key')];
  const shown = keyMoments(makeHistory({ moments }), 30);
  expect(shown.map(({ id }) => id)).toEqual(['alert0', 'decision0', 'decision1']);
});

test('with few places, true alerts and injects that matter come before the others', () => {
  const moments = [
    makeMoment('a:noise/1', 'alert', 1, { subject: 'noise' }),
    makeMoment('e1', 'inject', 2, { subject: 'weather' }),
    makeMoment('a:forged/1', 'alert', 3, { subject: 'forged' }),
    makeMoment('e2', 'inject', 4, { subject: 'first-mail' }),
    makeMoment('c1', 'chat', 5),
  ];
  const history = makeHistory({
    moments,
    alerts: [makeAlert('noise/1', 1, false), makeAlert('forged/1', 3, true)],
    injects: [makeInject('weather', { matters: false }), makeInject('first-mail')],
  });
  expect(keyMoments(history, 4).map(({ id }) => id)).toEqual(['a:forged/1', 'e2']);
  expect(keyMoments(history, 9).map(({ id }) => id)).toEqual([
    'a:noise/1',
    'e1',
    'a:forged/1',
    'e2',
  ]);
});
