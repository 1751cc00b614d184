// Goal: the digest is plain SHA-256 of the parts as if they were written one after the other.
import { expect, test } from 'vitest';
import { sha256Hex } from './digest.ts';

test('known answers of FIPS 180-4', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('text is UTF-8 and parts are joined', () => {
  const bytes = new TextEncoder().encode('죽');
  expect(sha256Hex('a', bytes, 'c')).toBe(sha256Hex('a죽c'));
  expect(sha256Hex('ab', 'c')).toBe(sha256Hex('a', 'bc'));
});
