import { expect, test } from 'vitest';
import { sigmaPlace } from './sigma-place.ts';

/** The place of `¦` in a text. */
const at = (text: string) => {
  const {
    document: _document,
    from: _from,
    ...place
  } = sigmaPlace(text.replace('¦', ''), text.indexOf('¦'));
  return place;
};

test('a key is known by the keys that it stands under', () => {
  expect(at('tit¦')).toEqual({ kind: 'key', path: [], key: null, typed: 'tit' });
  const rule = 'title: A\nlogsource:\n  service: x\ndetection:\n  wanted:\n    src_¦';
  expect(at(rule)).toEqual({
    kind: 'key',
    path: ['detection', 'wanted'],
    key: null,
    typed: 'src_',
  });
  expect(at('detection:\n  wanted:\n    - a: 1\n      b¦')).toMatchObject({
    kind: 'key',
    path: ['detection', 'wanted'],
    typed: 'b',
  });
});

test('a value is known by its key, also in a list', () => {
  expect(at('detection:\n  wanted:\n    endpoint: add¦')).toEqual({
    kind: 'value',
    path: ['detection', 'wanted'],
    key: 'endpoint',
    typed: 'add',
  });
  expect(at('correlation:\n  group-by:\n    - src¦')).toMatchObject({
    kind: 'value',
    path: ['correlation'],
    key: 'group-by',
    typed: 'src',
  });
  expect(at('tags:\n- attack.t¦')).toMatchObject({ kind: 'value', key: 'tags', typed: 'attack.t' });
  expect(at('correlation:\n  rules: [one, tw¦')).toMatchObject({ key: 'rules', typed: 'tw' });
});

test('braces on one line are mappings too', () => {
  expect(at('detection:\n  wanted: { endpoint: x, src¦')).toEqual({
    kind: 'key',
    path: ['detection', 'wanted'],
    key: null,
    typed: 'src',
  });
  expect(at('correlation:\n  condition: { gte: 3, field: ta¦')).toMatchObject({
    kind: 'value',
    path: ['correlation', 'condition'],
    key: 'field',
    typed: 'ta',
  });
});

test('every document of a file is looked at by itself', () => {
  const text = 'title: A\n---\ncorrelation:\n  typ';
  const place = sigmaPlace(text, text.length);
  expect(place.path).toEqual(['correlation']);
  expect(place.document).not.toContain('title');
  expect(sigmaPlace('title: A\n---\nb: 1', 3).document).toBe('title: A\n');
});
