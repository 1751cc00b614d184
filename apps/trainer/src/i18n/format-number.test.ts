import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatCount,
  formatScaled,
  formatShare,
  formatWon,
} from './format-number.ts';

test('counts that people compare keep every digit', () => {
  expect(formatCount(33_673_817)).toBe('33,673,817');
  expect(formatCount(-4536)).toBe('−4,536');
  expect(formatCount(-0.2)).toBe('0');
});

test('compact counts use the reader’s own units', () => {
  expect(formatCompact('en', 33_673_817)).toBe('33.7 M');
  expect(formatCompact('en', 4536)).toBe('4,536');
  expect(formatCompact('en', 10_000)).toBe('10 k');
  expect(formatCompact('en', 999_600)).toBe('1 M');
  expect(formatCompact('ko', 33_673_817)).toBe('3,367만');
  expect(formatCompact('ko', 148_056_502)).toBe('1.48억');
  expect(formatCompact('ko', 10_000)).toBe('1만');
  expect(formatCompact('ko', 200_000)).toBe('20만');
});

test('a scaled count says its scale, an exact one does not pretend', () => {
  expect(formatScaled('en', 33_673_817, 1000)).toBe('≈ 33.7 M, 1:1000');
  expect(formatScaled('en', 33_673_817, 1)).toBe('33,673,817');
});

test('money, shares and bytes', () => {
  expect(formatWon('en', 423_500_000_000)).toBe('₩424 bn');
  expect(formatWon('ko', 1_685_000_000_000)).toBe('1.69조 원');
  expect(formatWon('en', -1200)).toBe('−₩1,200');
  expect(formatShare(0.57)).toBe('57 %');
  expect(formatShare(0.005)).toBe('0.5 %');
  expect(formatBytes(1_400_000_000)).toBe('1.4 GB');
  expect(formatBytes(512)).toBe('512 B');
});
