// Goal: curves of losses show the exact number at any time, stay light, and are labelled without overlap.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lossBy, lossPath, spreadLabels } from './loss-curve.ts';

const points = [
  { at: 10, accounts: 5 },
  { at: 20, accounts: 50 },
  { at: 30, accounts: 500 },
];
const place = { x: (at: number) => at * 10, y: (n: number) => 600 - n, from: 0, to: 40 };

test('a loss holds until the next one', () => {
  expect([0, 10, 19, 20, 99].map((at) => lossBy(points, at))).toEqual([0, 5, 5, 50, 500]);
  expect(lossBy([], 5)).toBe(0);
});

test('the path goes in steps to the end of what is drawn', () => {
  expect(lossPath(points, place)).toBe('M0 600H100V595H200V550H300V100H400');
});

test('a path that begins in the middle begins at the loss so far', () => {
  expect(lossPath(points, { ...place, from: 25, to: 28 })).toBe('M250 550H280');
});

test('many points within a pixel become one step, and the last one is never lost', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => ({ at: i, accounts: i }));
  const path = lossPath(many, { x: (at) => at / 100, y: (n) => n, from: 0, to: 49_999 });
  expect(path.length).toBeLessThan(12_000);
  expect(path).toContain('V49999H');
});

test('labels keep their distance and their order, inside the drawing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 320 }), { maxLength: 8 }), (wanted) => {
      const placed = spreadLabels(wanted, 20, 10, 290);
      for (const y of placed) expect(y >= 10 && y <= 290).toBe(true);
      const sorted = placed.toSorted((a, b) => a - b);
      for (const [n, y] of sorted.entries())
        if (n > 0) expect(y - sorted[n - 1]!).toBeGreaterThanOrEqual(20);
      for (const [a, wantA] of wanted.entries())
        for (const [b, wantB] of wanted.entries())
          if (wantA < wantB) expect(placed[a]!).toBeLessThan(placed[b]!);
    }),
  );
});

test('labels that have room stand where they want to', () => {
  expect(spreadLabels([100, 50, 200], 20, 0, 300)).toEqual([100, 50, 200]);
});
