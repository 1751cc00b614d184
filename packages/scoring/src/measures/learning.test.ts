// Goal: fixes that are plans and rules that hold are counted; while it runs, none yet is no figure.
import { expect, test } from 'vitest';
import { makeHistory } from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

test('fixes: one of two has an owner, a date and a measure', () => {
  expect(measureOf(sampleHistory(), 'fixes')).toMatchObject({
    value: 1,
    unit: 'count',
    evidence: [],
  });
  expect(partsOf(sampleHistory(), 'fixes')).toEqual({ i1: 1, i2: 0 });
});

const rule = (name: string, moment: string, holds: boolean) => ({
  rule: name,
  moment,
  holds,
  precision: 1,
  firstAt: null,
});

test('rules kept: each rule once, however often it was put to work', () => {
  expect(measureOf(sampleHistory(), 'rules-kept')).toMatchObject({ value: 1, evidence: ['c18'] });
  const rules = [rule('x', 'c1', false), rule('x', 'c2', true), rule('y', 'c3', false)];
  expect(valueOf(makeHistory({ rules }), 'rules-kept')).toBe(1);
  expect(partsOf(makeHistory({ rules }), 'rules-kept')).toEqual({ x: 1, y: 0 });
});

test('at the end none is none; before, there is nothing to say yet', () => {
  for (const id of ['fixes', 'rules-kept'] as const) {
    expect(valueOf(makeHistory(), id)).toBe(0);
    expect(valueOf(makeHistory({ ended: false }), id)).toBe('still-running');
  }
});
