// Goal: zooming and panning never leave the axis, and what is looked at stays where it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampView, panView, revealIn, viewAround, WHOLE_VIEW, zoomView } from './axis-view.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('any view stays inside the axis and keeps a width', () => {
  fc.assert(
    fc.property(share, share, fc.double({ min: -2, max: 2, noNaN: true }), (a, b, by) => {
      const view = clampView({ from: Math.min(a, b), to: Math.max(a, b) });
      for (const { from, to } of [view, panView(view, by), zoomView(view, 2 ** by, a)]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1 + 1e-12);
        expect(to - from).toBeGreaterThan(0.0001);
      }
    }),
  );
});

test('zooming in holds the place under the pointer', () => {
  const view = zoomView({ from: 0.2, to: 0.6 }, 0.5, 0.3);
  expect((0.3 - view.from) / (view.to - view.from)).toBeCloseTo(0.25, 9);
  expect(view.to - view.from).toBeCloseTo(0.2, 9);
});

test('zooming out ends at the whole', () => {
  expect(zoomView({ from: 0.4, to: 0.6 }, 100, 0.5)).toEqual(WHOLE_VIEW);
});

test('a place outside is brought in, one inside moves nothing', () => {
  const view = { from: 0.2, to: 0.3 };
  expect(revealIn(view, 0.25)).toBe(view);
  for (const place of [0, 0.1, 0.5, 1]) {
    const { from, to } = revealIn(view, place);
    expect(from <= place && place <= to).toBe(true);
    expect(to - from).toBeCloseTo(0.1, 9);
  }
});

test('a view around places shows them all; without any it is the whole', () => {
  expect(viewAround([])).toEqual(WHOLE_VIEW);
  const { from, to } = viewAround([0.4, 0.9, 0.5]);
  expect(from).toBeLessThan(0.4);
  expect(to).toBeGreaterThan(0.9);
});
