// Goal: the address holds what is looked at, survives being copied, and nothing odd in it breaks the screen.
import { expect, test } from 'vitest';
import { readAddress, withoutTried, withTried, writeAround } from './debrief-address.ts';

const read = (text: string) => readAddress(new URLSearchParams(text));

test('an empty address shows this moment, all of the time, by the programme', () => {
  expect(read('')).toEqual({
    ...{ tab: 'now', moment: null, figure: null, around: null, at: null },
    ...{ axis: 'programme', scale: null, span: null, tried: [], drawn: null },
  });
});

test('what is chosen comes back', () => {
  const around = { lane: 'seen', from: 10, to: 20 } as const;
  const address = new URLSearchParams({
    ...{ show: 'misses', moment: 'a:rule/3', at: '60000', axis: 'calendar', scale: 'log' },
    ...{ span: '5-90', around: writeAround(around) },
  });
  expect(readAddress(address)).toMatchObject({
    ...{ tab: 'misses', moment: 'a:rule/3', at: 60_000, axis: 'calendar', scale: 'log' },
    ...{ span: { from: 5, to: 90 }, around },
  });
});

test('odd values fall back', () => {
  expect(read('show=x&at=-1&span=9-3&around=up.1.2&try={"do":1}&drawn=7')).toEqual(read(''));
  expect(read('try=[not json').tried).toEqual([]);
  expect(read('try=[1,null,{"do":"never","sequence":3}]').tried).toEqual([
    { do: 'never', sequence: 3 },
  ]);
});

test('changes are kept newest first, none twice, and drawn ones stay drawn when another goes', () => {
  const a = { do: 'never', sequence: 1 } as const;
  const b = { do: 'shift', sequence: 2, byMs: -3_600_000 } as const;
  const kept = withTried([a, b], b);
  expect(kept).toEqual({ try: JSON.stringify([b, a]), drawn: '0' });
  expect(read(`${new URLSearchParams(kept)}`)).toMatchObject({ tried: [b, a], drawn: 0 });
  expect(withoutTried({ tried: [b, a], drawn: 1 }, 0)).toEqual({
    try: JSON.stringify([a]),
    drawn: '0',
  });
  expect(withoutTried({ tried: [a], drawn: 0 }, 0)).toEqual({ try: null, drawn: null });
});
