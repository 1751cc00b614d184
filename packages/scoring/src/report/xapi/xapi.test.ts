// Goal: statements that a record store takes, that say who did how well to nobody who may not know who.
import { expect, test } from 'vitest';
import { sampleSource } from '../../testing/sample-source.ts';
import { URL_NAMESPACE, uuidV5 } from './uuid.ts';
import { xapi } from './xapi.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('names have the identifiers that others compute for them', () => {
  // Python: uuid.uuid5(uuid.NAMESPACE_URL, 'http://example.com/')
  expect(uuidV5(URL_NAMESPACE, 'http://example.com/')).toBe('0a300ee9-f9e4-5697-a51a-efc7fafaba67');
});

test('every statement has what the standard asks for', () => {
  const statements = xapi(sampleSource('en'), { home: 'https://lrs.example/' });
  expect(statements.length).toBeGreaterThan(8);
  for (const { id, actor, verb, object, result, context, timestamp } of statements) {
    expect(id).toMatch(UUID);
    expect(actor.account.homePage).toBe('https://lrs.example');
    expect(actor.account.name).toMatch(UUID);
    expect(verb.id).toMatch(/^http:\/\/adlnet\.gov\/expapi\/verbs\/[a-z]+$/);
    expect(new URL(object.id).origin).toBe('https://lrs.example');
    expect(context.registration).toMatch(UUID);
    expect(timestamp).toBe('2026-11-23T00:00:00Z');
    if (result.score) expect(Math.abs(result.score.scaled)).toBeLessThanOrEqual(1);
  }
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
  expect(new Set(statements.map(({ context }) => context.registration)).size).toBe(1);
});

test('the same case makes the same statements; a changed score another', () => {
  const source = sampleSource('en');
  expect(xapi(sampleSource('en'))).toEqual(xapi(source));
  const official = { ...source.score.official, points: 12 };
  const changed = xapi({ ...source, score: { ...source.score, official } });
  const before = new Set(xapi(source).map(({ id }) => id));
  expect(changed.filter(({ id }) => !before.has(id))).toHaveLength(1);
});

test('nobody is named, and nothing that anybody wrote is passed on', () => {
  const source = sampleSource('en');
  const text = JSON.stringify(xapi(source));
  for (const { id, name } of source.history.actors) {
    expect(text.includes(name)).toBe(false);
    expect(text.includes(`"${id}"`)).toBe(false);
  }
  expect(text.includes('door')).toBe(false);
});
