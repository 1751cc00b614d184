// Goal: every unit of a measure reads well in both languages, and a figure that is missing says why.
import { expect, test } from 'vitest';
import { en } from '@/i18n/en.ts';
import { ko } from '@/i18n/ko.ts';
import { measureText } from './measure-text.ts';

test('a value is told in its unit', () => {
  const told = (unit: Parameters<typeof measureText>[0]['unit'], value: number) => [
    measureText({ unit, value, why: null }, en, 'en'),
    measureText({ unit, value, why: null }, ko, 'ko'),
  ];
  expect(told('ms', 51 * 3_600_000)).toEqual(['2 d 3 h', '2일 3시간']);
  expect(told('minute', 27)).toEqual(['minute 27', '27분째']);
  expect(told('accounts', 33_673_817)).toEqual(['33.7 M', '3,367만']);
  expect(told('share', 0.574)).toEqual(['57 %', '57 %']);
  expect(told('times', 2.34)).toEqual(['×2.3', '2.3배']);
  expect(told('hours', 12)).toEqual(['12 h', '12시간']);
  expect(told('won', 4_200_000)).toEqual(['₩4.2 M', '420만 원']);
  expect(told('count', 3)).toEqual(['3', '3']);
  expect(told('points', 7.5)).toEqual(['7.5 points', '7.5점']);
});

test('a figure that is missing says why, in words', () => {
  const missing = { unit: 'ms', value: null, why: 'not-contained' } as const;
  expect(measureText(missing, en, 'en')).toBe('not contained');
  expect(measureText({ ...missing, why: 'something-new' }, en, 'en')).toBe('not measured');
});
